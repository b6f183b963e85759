import type { Concern, UnitsMatter } from '../../core/mixture/preflight/concern.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { Remedy } from '../../contract/remedies.ts'
import type { Warning } from '../../contract/views.ts'
import { heardPhrase } from '../../contract/words/hear.ts'
import { phrase, told, type Figure, type Phrase } from '../../contract/words/say.ts'
import type { Dataset } from '../datasets.ts'
import { fewRows } from './few-rows.ts'
import { bytesPhrase, short } from './text.ts'

/** Concerns as sentences with remedies. */
export function warningsOf(concerns: readonly Concern[], dataset: Dataset, settings: FitSettings): Warning[] {
  const nameOf = (column: number) =>
    phrase('“{name}”', { name: dataset.file.columns[column]?.name ?? `#${column + 1}` })
  return concerns.map((concern) => warningOf(concern, nameOf, settings))
}

/** A warning where a fit takes more memory than there is, with so few restarts that their curves leave half of it. */
export function memoryWarning(bytes: number, free: number, curves: number, restarts: number): Warning[] {
  if (bytes <= free) return []
  const amounts = { bytes: bytesPhrase(bytes), free: bytesPhrase(free), missing: bytesPhrase(bytes - free) }
  const fewer = Math.floor((restarts * (free / 2 - (bytes - curves))) / curves)
  return [
    {
      code: 'much-memory',
      ...told(
        curves > bytes / 2
          ? phrase(
              'The fit takes about {bytes} of memory, most of it for the curves of the restarts; {free} are free: {missing} are missing. Ask for fewer restarts, a lower iteration limit or fewer columns.',
              amounts,
            )
          : phrase(
              'The fit takes about {bytes} of memory; {free} are free: {missing} are missing. Ask for fewer restarts, a lower iteration limit or fewer columns.',
              amounts,
            ),
      ),
      ...(fewer >= 1 && fewer < restarts && { remedies: [{ kind: 'restarts', restarts: fewer }] }),
    },
  ]
}

function warningOf(concern: Concern, nameOf: (column: number) => Phrase, settings: FitSettings): Warning {
  const drop = (column: number): Kind<'drop-columns'>[] =>
    settings.columns.length > 1 ? [{ kind: 'drop-columns', columns: [column] }] : []
  switch (concern.kind) {
    case 'no-rows':
      return {
        code: 'no-rows',
        ...told(
          phrase(
            'No two rows have a number in every chosen column; {column} lacks the most, {lost, plural, one {# number} other {# numbers}}.',
            { column: nameOf(concern.column), lost: concern.lost },
          ),
        ),
        remedies: drop(concern.column),
      }
    case 'missing-cells':
      return {
        code: 'missing-cells',
        ...told(
          phrase(
            'Missing cells of {column} alone cost {lost} of {rows, plural, one {# row} other {# rows}}: {used} can be used.',
            {
              column: nameOf(concern.column),
              lost: concern.lost,
              rows: concern.rows,
              used: concern.rowsUsed,
            },
          ),
        ),
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
        ...told(
          phrase(
            'The rows hold only {points, plural, one {# different point} other {# different points}}, and {components, plural, one {# component} other {# components}} are asked for.',
            { points, components },
          ),
        ),
        count: points,
        remedies: [{ kind: 'components', from: Math.min(settings.components.from, to), to }],
      }
    }
    case 'constant':
      return {
        code: 'constant-column',
        ...told(
          phrase(
            '{column} has the same value, {value}, in every row used: no covariance can be estimated for it.',
            { column: nameOf(concern.column), value: short(concern.value) },
          ),
        ),
        remedies: drop(concern.column),
      }
    case 'identifier':
      return {
        code: 'identifier-column',
        ...told(
          phrase('{column} looks like an identifier: {reason}. It says nothing about clusters.', {
            column: nameOf(concern.column),
            reason: heardPhrase(concern.reason),
          }),
        ),
        remedies: drop(concern.column),
      }
    case 'code':
      return {
        code: 'code-column',
        ...told(
          phrase(
            '{column} holds only {values, plural, one {# different whole number} other {# different whole numbers}}: a code or a grade. A component can shrink onto one of them.',
            { column: nameOf(concern.column), values: concern.values },
          ),
        ),
        count: concern.values,
        remedies: drop(concern.column),
      }
    case 'same':
      return {
        code: 'same-columns',
        ...told(
          phrase('{column} is a copy of {other}: together their covariance is singular.', {
            column: nameOf(concern.column),
            other: nameOf(concern.as),
          }),
        ),
        remedies: drop(concern.column),
      }
    case 'collinear':
      return {
        code: 'collinear-columns',
        ...told(
          concern.exact
            ? phrase('{relation}: together their covariance is singular.', {
                relation: relationOf(concern, nameOf),
              })
            : phrase('{relation}: together their covariance is nearly singular.', {
                relation: relationOf(concern, nameOf),
              }),
        ),
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

function relationOf(
  { column, terms, intercept, exact }: Of<'collinear'>,
  nameOf: (column: number) => Phrase,
) {
  const side = terms.map(({ index, factor }, k) => {
    const size = Math.abs(factor)
    const sign = factor < 0 ? (k === 0 ? '−' : '− ') : k === 0 ? '' : '+ '
    return phrase('{factor}{name}', {
      factor: size === 1 ? sign : short(size, sign, '·'),
      name: nameOf(index),
    })
  })
  const parts: (Phrase | Figure | string)[] = [exact ? '=' : '≈', ...side]
  if (intercept !== 0) parts.push(short(Math.abs(intercept), intercept < 0 ? '− ' : '+ '))
  return parts.reduce<Phrase>((left, right) => phrase('{left} {right}', { left, right }), nameOf(column))
}

function heavyTail({ column, ratio, least }: Of<'heavy-tail'>, nameOf: (column: number) => Phrase): Warning {
  const values = { column: nameOf(column), ratio: short(ratio) }
  const shape = phrase(
    '{column} has a heavy upper tail: it reaches {ratio} times as far up from the median as down (to the 1 % at either end), and EM spends components on it.',
    values,
  )
  if (least > 0)
    return { code: 'heavy-tail', ...told(shape), remedies: [{ kind: 'derive', column, transform: 'log' }] }
  return {
    code: 'heavy-tail',
    ...told(phrase('{shape} No logarithm can be taken, as it has values of 0 or below.', { shape })),
  }
}

const UNITS: Partial<Record<UnitsMatter, Phrase>> = {
  prior: phrase('the prior'),
  'eigenvalue-ratio': phrase('the bound on the eigenvalue ratio'),
  'absolute-ridge': phrase('the absolute regularisation'),
}

function scales({ wide, narrow, ratio, because }: Of<'scales'>, nameOf: (column: number) => Phrase): Warning {
  const apart = phrase('The standard deviations of {wide} and {narrow} are a factor of {ratio} apart', {
    wide: nameOf(wide),
    narrow: nameOf(narrow),
    ratio: ratio.toExponential(0).replace('e+', 'e'),
  })
  if (because.length === 0)
    return {
      code: 'scales-apart',
      ...told(
        phrase('{apart}. That does not matter here: the chosen models fit the same in any units.', { apart }),
      ),
    }
  const reasons = because.map((reason) => UNITS[reason] ?? reason)
  const spherical = because.every((reason) => reason === 'EII' || reason === 'VII')
  const then = spherical
    ? phrase('{column} has next to no say', { column: nameOf(narrow) })
    : phrase('in other units the clusters may be others')
  return {
    code: 'scales-apart',
    ...told(
      phrase(
        '{count, plural, one {{apart}, and {reasons} depends on the units: {then}.} other {{apart}, and {reasons} depend on the units: {then}.}}',
        { count: reasons.length, apart, reasons, then },
      ),
    ),
    remedies: [{ kind: 'scale', scaling: 'standardise' }],
  }
}
