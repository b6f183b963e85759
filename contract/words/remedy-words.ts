import type { Scaling } from '../../core/mixture/types.ts'
import type { Remedy } from '../remedies.ts'
import { COVARIANCE_NAMES } from './covariance.ts'
import { formatNumber } from './number.ts'
import { say } from './say.ts'

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
      return {
        label: say('Add regularisation {value}', { value }),
        done: say('Regularisation is {value} of each variance.', { value }),
      }
    }
    case 'covariance': {
      const model = COVARIANCE_NAMES[remedy.covariance]
      return { label: say('Use {model}', { model }), done: say('Covariance model is {model}.', { model }) }
    }
    case 'covariances':
      return covariancesWords(remedy)
    case 'columns':
      return columnsWords(remedy, nameOf)
    case 'drop-columns': {
      const names = remedy.columns.map(nameOf)
      return {
        label: say('Drop {names}', { names }),
        done: say('{count, plural, one {{names} is} other {{names} are}} not clustered on.', {
          count: names.length,
          names,
        }),
      }
    }
    case 'components':
      return componentsWords(remedy)
    case 'scale':
      return scalingWords(remedy.scaling)
    case 'derive': {
      const column = nameOf(remedy.column)
      const derived = `${remedy.transform}(${column})`
      return {
        label: say('Use {derived}', { derived }),
        done: say(
          '{derived} is clustered on in the place of {column}; log-likelihoods are then in its units, and do not compare with those of fits on {column}.',
          { derived, column },
        ),
      }
    }
    case 'restarts': {
      const { restarts } = remedy
      return {
        label: say('Run {restarts, plural, one {# restart} other {# restarts}}', { restarts }),
        done: say('Restarts is {restarts, number}.', { restarts }),
      }
    }
    case 'iterations': {
      const iterations = remedy.maxIterations
      return {
        label: say('Allow {iterations, plural, one {# iteration} other {# iterations}}', { iterations }),
        done: say('Iteration limit is {iterations, number}.', { iterations }),
      }
    }
    case 'continue':
      return {
        label: say('Continue to tolerance {tolerance}', { tolerance: formatNumber(remedy.tolerance, 2) }),
        done: say('The restart goes on from where it ended.'),
      }
  }
}

type Of<Kind extends Remedy['kind']> = Extract<Remedy, { kind: Kind }>

function covariancesWords({ covariances }: Of<'covariances'>): Change {
  const [only = 'VVV', ...others] = covariances
  if (others.length === 0) {
    const model = COVARIANCE_NAMES[only]
    return {
      label: say('Fit {model} alone', { model }),
      done: say('Covariance model is {model}.', { model }),
    }
  }
  return {
    label:
      covariances.length > NAMED
        ? say('Fit the {models, number} models with fewer parameters alone', { models: covariances.length })
        : say('Fit {models} alone', { models: covariances }),
    done: say('Covariance models are {models}.', { models: covariances }),
  }
}

function columnsWords({ columns }: Of<'columns'>, nameOf: (column: number) => string): Change {
  const [only = 0, ...others] = columns
  if (others.length === 0) {
    const column = nameOf(only)
    return {
      label: say('Cluster on {column} alone', { column }),
      done: say('Only {column} is clustered on: tick others where they tell more.', { column }),
    }
  }
  const count = columns.length
  return {
    label: say('Cluster on the first {count, number} columns alone', { count }),
    done: say('Only the first {count, number} columns are clustered on: tick others where they tell more.', {
      count,
    }),
  }
}

function componentsWords({ from, to }: Of<'components'>): Change {
  if (from === to)
    return {
      label: say('Fit {from, plural, one {# component} other {# components}}', { from }),
      done: say('Components is {from}.', { from }),
    }
  return {
    label: say('Fit {from}–{to} components', { from, to }),
    done: say('Components is {from}–{to}.', { from, to }),
  }
}

function scalingWords(scaling: Scaling): Change {
  switch (scaling) {
    case 'none':
      return { label: say('Do not scale'), done: say('Scaling is None.') }
    case 'standardise':
      return { label: say('Standardise'), done: say('Scaling is Standardise.') }
    case 'robust':
      return { label: say('Scale robustly'), done: say('Scaling is Robust.') }
  }
}

/** As it stands in the field: 1e-4. */
const trimmed = (value: number) => value.toExponential().replace('-', '\u2212')
