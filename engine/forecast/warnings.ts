import type { Concern, UnitsMatter } from '../../core/mixture/preflight/concern.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { Remedy } from '../../contract/remedies.ts'
import type { Warning } from '../../contract/views.ts'
import type { Dataset } from '../datasets.ts'
import { fewRows } from './few-rows.ts'
import { bytesText, listed, plural, short } from './text.ts'

/** Concerns as sentences with remedies. */
export function warningsOf(concerns: readonly Concern[], dataset: Dataset, settings: FitSettings): Warning[] {
  const nameOf = (column: number) => `“${dataset.file.columns[column]?.name ?? `#${column + 1}`}”`
  return concerns.map((concern) => warningOf(concern, nameOf, settings))
}

/** A warning where a fit takes more memory than there is, with so few restarts that their curves leave half of it. */
export function memoryWarning(bytes: number, free: number, curves: number, restarts: number): Warning[] {
  if (bytes <= free) return []
  const mostly = curves > bytes / 2 ? ', most of it for the curves of the restarts' : ''
  const fewer = Math.floor((restarts * (free / 2 - (bytes - curves))) / curves)
  return [
    {
      code: 'much-memory',
      message: `The fit takes about ${bytesText(bytes)} of memory${mostly}; ${bytesText(free)} are free: ${bytesText(bytes - free)} are missing. Ask for fewer restarts, a lower iteration limit or fewer columns.`,
      ...(fewer >= 1 && fewer < restarts && { remedies: [{ kind: 'restarts', restarts: fewer }] }),
    },
  ]
}

function warningOf(concern: Concern, nameOf: (column: number) => string, settings: FitSettings): Warning {
  const drop = (column: number): Kind<'drop-columns'>[] =>
    settings.columns.length > 1 ? [{ kind: 'drop-columns', columns: [column] }] : []
  switch (concern.kind) {
    case 'no-rows':
      return {
        code: 'no-rows',
        message: `No two rows have a number in every chosen column; ${nameOf(concern.column)} lacks the most, ${plural(concern.lost, 'number')}.`,
        remedies: drop(concern.column),
      }
    case 'missing-cells':
      return {
        code: 'missing-cells',
        message: `Missing cells of ${nameOf(concern.column)} alone cost ${concern.lost} of ${plural(concern.rows, 'row')}: ${concern.rowsUsed} can be used.`,
        count: concern.lost,
        remedies: drop(concern.column),
      }
    case 'few-rows':
      return fewRows(concern, settings)
    case 'few-points': {
      const { points, components } = concern
      const to = points
      return {
        code: 'few-points',
        message: `The rows hold only ${plural(points, 'different point')}, and ${plural(components, 'component')} are asked for.`,
        count: points,
        remedies: [{ kind: 'components', from: Math.min(settings.components.from, to), to }],
      }
    }
    case 'constant':
      return {
        code: 'constant-column',
        message: `${nameOf(concern.column)} has the same value, ${short(concern.value)}, in every row used: no covariance can be estimated for it.`,
        remedies: drop(concern.column),
      }
    case 'identifier':
      return {
        code: 'identifier-column',
        message: `${nameOf(concern.column)} looks like an identifier: ${concern.reason}. It says nothing about clusters.`,
        remedies: drop(concern.column),
      }
    case 'code':
      return {
        code: 'code-column',
        message: `${nameOf(concern.column)} holds only ${plural(concern.values, 'different whole number')}: a code or a grade. A component can shrink onto one of them.`,
        count: concern.values,
        remedies: drop(concern.column),
      }
    case 'same':
      return {
        code: 'same-columns',
        message: `${nameOf(concern.column)} is a copy of ${nameOf(concern.as)}: together their covariance is singular.`,
        remedies: drop(concern.column),
      }
    case 'collinear':
      return {
        code: 'collinear-columns',
        message: `${relationText(concern, nameOf)}: together their covariance is ${concern.exact ? '' : 'nearly '}singular.`,
        remedies: drop(concern.column),
      }
    case 'heavy-tail':
      return heavyTail(concern, nameOf)
    case 'scales':
      return scales(concern, nameOf)
  }
}

type Kind<Of extends Remedy['kind']> = Extract<Remedy, { kind: Of }>
type Of<Kind extends Concern['kind']> = Extract<Concern, { kind: Kind }>

function relationText(
  { column, terms, intercept, exact }: Of<'collinear'>,
  nameOf: (column: number) => string,
) {
  const parts = terms.map(({ index, factor }, k) => {
    const size = Math.abs(factor)
    const sign = factor < 0 ? (k === 0 ? '−' : '− ') : k === 0 ? '' : '+ '
    return `${sign}${size === 1 ? '' : `${short(size)}·`}${nameOf(index)}`
  })
  if (intercept !== 0) parts.push(`${intercept < 0 ? '−' : '+'} ${short(Math.abs(intercept))}`)
  return `${nameOf(column)} ${exact ? '=' : '≈'} ${parts.join(' ')}`
}

function heavyTail({ column, ratio, least }: Of<'heavy-tail'>, nameOf: (column: number) => string): Warning {
  const shape = `${nameOf(column)} has a heavy upper tail: it reaches ${short(ratio)} times as far up from the median as down (to the 1 % at either end), and EM spends components on it.`
  if (least > 0)
    return { code: 'heavy-tail', message: shape, remedies: [{ kind: 'derive', column, transform: 'log' }] }
  return {
    code: 'heavy-tail',
    message: `${shape} No logarithm can be taken, as it has values of 0 or below.`,
  }
}

const UNITS: Partial<Record<UnitsMatter, string>> = {
  prior: 'the prior',
  'eigenvalue-ratio': 'the bound on the eigenvalue ratio',
  'absolute-ridge': 'the absolute regularisation',
}

function scales({ wide, narrow, ratio, because }: Of<'scales'>, nameOf: (column: number) => string): Warning {
  const apart = `The standard deviations of ${nameOf(wide)} and ${nameOf(narrow)} are a factor of ${ratio.toExponential(0).replace('e+', 'e')} apart`
  if (because.length === 0)
    return {
      code: 'scales-apart',
      message: `${apart}. That does not matter here: the chosen models fit the same in any units.`,
    }
  const reasons = because.map((reason) => UNITS[reason] ?? reason)
  const spherical = because.every((reason) => reason === 'EII' || reason === 'VII')
  const then = spherical
    ? `${nameOf(narrow)} has next to no say`
    : 'in other units the clusters may be others'
  return {
    code: 'scales-apart',
    message: `${apart}, and ${listed(reasons)} depend${reasons.length === 1 ? 's' : ''} on the units: ${then}.`,
    remedies: [{ kind: 'scale', scaling: 'standardise' }],
  }
}
