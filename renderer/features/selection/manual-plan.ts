import { say } from '../../../contract/words/say.ts'
import { LIMITS } from '../../../contract/limits.ts'
import type { ColumnProfile, TallyView } from '../../../contract/views.ts'
import { inRow } from '../../format/sentences.ts'

/** What a restart of the person's own would begin from, in words. */
export interface ManualPlan {
  /** Null where it cannot be begun; `says` then says why. */
  components: number | null
  says: string
  /** Components of the restart shown that would be left without rows, 0-based. */
  emptied: number[]
}

const cannot = (says: string): ManualPlan => ({ components: null, says, emptied: [] })

/** The selected rows as a component of their own, the others as the clusters that they are in (rows per component). */
export function besideClusters(
  sizes: readonly number[],
  tally: TallyView,
  numberOf = (component: number) => component + 1,
): ManualPlan {
  const selected = sum(tally.sizes)
  if (selected === 0) return cannot(noneUsed(tally))
  if (selected === sum(sizes))
    return cannot(say('All rows used are selected: nothing is left to stand beside them.'))
  const emptied = sizes.flatMap((size, k) => (tally.sizes[k] === size ? [k] : []))
  const components = sizes.length - emptied.length + 1
  if (components > LIMITS.components)
    return cannot(say('There cannot be more than {most} components.', { most: LIMITS.components }))
  const whole = sum(emptied.map((k) => sizes[k] ?? 0)) === selected
  const names = emptied.map((k) => String(numberOf(k)))
  const planned = (says: string): ManualPlan => ({ components, says: inRow(says, unused(tally)), emptied })
  if (emptied.length === 1 && whole)
    return planned(
      say(
        'The selected rows are exactly cluster {names}, so it begins from the clusters as they are: {components, plural, one {# component} other {# components}}.',
        { names, components },
      ),
    )
  if (emptied.length > 1 && whole)
    return planned(
      say('Clusters {names} become one: {components, plural, one {# component} other {# components}}.', {
        names,
        components,
      }),
    )
  if (emptied.length === 0)
    return planned(
      say(
        'The {selected, number} selected rows become a component of their own beside the {clusters, plural, one {# cluster} other {# clusters}}: {components, plural, one {# component} other {# components}}.',
        { selected, clusters: sizes.length, components },
      ),
    )
  return planned(
    say(
      'The {selected, number} selected rows become a component of their own beside {left, plural, one {# other cluster} other {# other clusters}}; {gone, plural, one {cluster {names} has no row left and gives way} other {clusters {names} have no row left and give way}}: {components, plural, one {# component} other {# components}}.',
      { selected, left: sizes.length - emptied.length, gone: emptied.length, names, components },
    ),
  )
}

/** The selected rows as one component and all others as another. */
export function besideRest(used: number, tally: TallyView): ManualPlan {
  const selected = sum(tally.sizes)
  if (selected === 0) return cannot(noneUsed(tally))
  if (selected === used)
    return cannot(say('All rows used are selected: nothing is left to stand beside them.'))
  const says = say(
    'The {selected, number} selected rows are one component, the {others, number} others another: 2 components.',
    { selected, others: used - selected },
  )
  return { components: 2, says: inRow(says, unused(tally)), emptied: [] }
}

/** Columns that can say which component a row begins in; the one whose role is that comes first. */
export function labelColumns(
  columns: readonly ColumnProfile[],
  known: (index: number) => boolean,
): ColumnProfile[] {
  const few = columns.filter(({ distinct }) => distinct >= 2 && distinct <= LIMITS.components)
  const rank = ({ index, type }: ColumnProfile) => (known(index) ? 0 : type === 'numeric' ? 2 : 1)
  return few.toSorted((a, b) => rank(a) - rank(b))
}

/** One component for each value of a column. */
export function fromColumn(column: ColumnProfile | undefined, rowsDropped = 0): ManualPlan {
  if (column === undefined)
    return cannot(
      say('No column holds 2 to {most} different values, one for each component.', {
        most: LIMITS.components,
      }),
    )
  const lacking = column.missing + column.rejected
  const without =
    lacking === 0
      ? ''
      : say(
          '{rows, plural, one {The row without a label has no part in the first M-step and joins at the first E-step.} other {The # rows without a label have no part in the first M-step and join at the first E-step.}}',
          { rows: lacking },
        )
  const gaps = rowsDropped === 0 ? '' : say('A value that only rows hold which the fit leaves out gets none.')
  const says = say('One component for each of the {values} values of “{column}”: {values} components.', {
    values: column.distinct,
    column: column.name,
  })
  return { components: column.distinct, says: inRow(says, without, gaps), emptied: [] }
}

const noneUsed = ({ unused: lacking }: TallyView) =>
  lacking === 0
    ? say('No row is selected.')
    : say('The fit uses none of the selected rows: a value is missing in each.')

const unused = ({ unused: lacking }: TallyView) =>
  lacking === 0
    ? ''
    : say(
        '{rows, plural, one {# selected row without all values has no part in it.} other {# selected rows without all values have no part in it.}}',
        { rows: lacking },
      )

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
