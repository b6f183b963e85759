import type { Remedy } from '../remedies.ts'
import { COVARIANCE_NAMES } from './covariance.ts'
import { formatCount, formatNumber } from './number.ts'

/** Models that a button names one by one. */
const NAMED = 3

/** A setting that a remedy changes, named as its field is. */
interface Change {
  /** On the button. */
  label: string
  /** What it came to, once it is applied. */
  done: string
}

/** A remedy in words. `nameOf` names a column by its position in the file. */
export function remedyWords(remedy: Remedy, nameOf: (column: number) => string): Change {
  switch (remedy.kind) {
    case 'regularise': {
      const value = trimmed(remedy.value)
      return { label: `Add regularisation ${value}`, done: `Regularisation is ${value} of each variance.` }
    }
    case 'covariance': {
      const model = COVARIANCE_NAMES[remedy.covariance]
      return { label: `Use ${model}`, done: `Covariance model is ${model}.` }
    }
    case 'covariances': {
      const [only = 'VVV', ...others] = remedy.covariances
      const models = others.length === 0 ? COVARIANCE_NAMES[only] : listed(remedy.covariances)
      const many = remedy.covariances.length > NAMED
      const label = many ? `the ${remedy.covariances.length} models with fewer parameters` : models
      return {
        label: `Fit ${label} alone`,
        done: `Covariance ${others.length === 0 ? 'model is' : 'models are'} ${models}.`,
      }
    }
    case 'columns': {
      const [only = 0, ...others] = remedy.columns
      const first = others.length === 0 ? nameOf(only) : `the first ${remedy.columns.length} columns`
      return {
        label: `Cluster on ${first} alone`,
        done: `Only ${first} ${others.length === 0 ? 'is' : 'are'} clustered on: tick others where they tell more.`,
      }
    }
    case 'drop-columns': {
      const names = listed(remedy.columns.map(nameOf))
      const are = remedy.columns.length === 1 ? 'is' : 'are'
      return { label: `Drop ${names}`, done: `${names} ${are} not clustered on.` }
    }
    case 'components': {
      const range = remedy.from === remedy.to ? String(remedy.from) : `${remedy.from}–${remedy.to}`
      const word = range === '1' ? 'component' : 'components'
      return { label: `Fit ${range} ${word}`, done: `Components is ${range}.` }
    }
    case 'scale': {
      const label = { none: 'Do not scale', standardise: 'Standardise', robust: 'Scale robustly' }
      const name = { none: 'None', standardise: 'Standardise', robust: 'Robust' }[remedy.scaling]
      return { label: label[remedy.scaling], done: `Scaling is ${name}.` }
    }
    case 'derive': {
      const name = nameOf(remedy.column)
      return {
        label: `Use log(${name})`,
        done: `${remedy.transform}(${name}) is clustered on in the place of ${name}; log-likelihoods are then in its units, and do not compare with those of fits on ${name}.`,
      }
    }
    case 'restarts': {
      const count = formatCount(remedy.restarts)
      return { label: `Run ${count} restarts`, done: `Restarts is ${count}.` }
    }
    case 'iterations': {
      const count = formatCount(remedy.maxIterations)
      return { label: `Allow ${count} iterations`, done: `Iteration limit is ${count}.` }
    }
    case 'continue':
      return {
        label: `Continue to tolerance ${formatNumber(remedy.tolerance, 2)}`,
        done: 'The restart goes on from where it ended.',
      }
  }
}

/** As it stands in the field: 1e-4. */
const trimmed = (value: number) => value.toExponential().replace('-', '\u2212')

function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}
