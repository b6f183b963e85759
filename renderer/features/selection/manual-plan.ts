import { LIMITS } from '../../../contract/limits.ts'
import type { ColumnProfile, TallyView } from '../../../contract/views.ts'
import { formatCount } from '../../format/number.ts'
import { plural } from '../../format/plural.ts'

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
    return cannot('All rows used are selected: nothing is left to stand beside them.')
  const emptied = sizes.flatMap((size, k) => (tally.sizes[k] === size ? [k] : []))
  const components = sizes.length - emptied.length + 1
  if (components > LIMITS.components)
    return cannot(`There cannot be more than ${LIMITS.components} components.`)
  const whole = sum(emptied.map((k) => sizes[k] ?? 0)) === selected
  const names = listed(emptied.map((k) => String(numberOf(k))))
  const say = (what: string): ManualPlan => ({
    components,
    says: `${what}: ${plural(components, 'component')}.${unused(tally)}`,
    emptied,
  })
  if (emptied.length === 1 && whole)
    return say(`The selected rows are exactly cluster ${names}, so it begins from the clusters as they are`)
  if (emptied.length > 1 && whole) return say(`Clusters ${names} become one`)
  const own = `The ${formatCount(selected)} selected rows become a component of their own beside`
  if (emptied.length === 0) return say(`${own} the ${plural(sizes.length, 'cluster')}`)
  const left = plural(sizes.length - emptied.length, 'other cluster')
  const gone = emptied.length === 1 ? `cluster ${names} has` : `clusters ${names} have`
  return say(`${own} ${left}; ${gone} no row left and ${emptied.length === 1 ? 'gives' : 'give'} way`)
}

/** The selected rows as one component and all others as another. */
export function besideRest(used: number, tally: TallyView): ManualPlan {
  const selected = sum(tally.sizes)
  if (selected === 0) return cannot(noneUsed(tally))
  if (selected === used) return cannot('All rows used are selected: nothing is left to stand beside them.')
  const says = `The ${formatCount(selected)} selected rows are one component, the ${formatCount(used - selected)} others another: 2 components.${unused(tally)}`
  return { components: 2, says, emptied: [] }
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
    return cannot(`No column holds 2 to ${LIMITS.components} different values, one for each component.`)
  const lacking = column.missing + column.rejected
  const without =
    lacking === 0
      ? ''
      : ` ${lacking === 1 ? 'The row' : `The ${formatCount(lacking)} rows`} without a label ${lacking === 1 ? 'has' : 'have'} no part in the first M-step and ${lacking === 1 ? 'joins' : 'join'} at the first E-step.`
  const gaps = rowsDropped === 0 ? '' : ' A value that only rows hold which the fit leaves out gets none.'
  const says = `One component for each of the ${column.distinct} values of “${column.name}”: ${column.distinct} components.${without}${gaps}`
  return { components: column.distinct, says, emptied: [] }
}

const noneUsed = ({ unused: lacking }: TallyView) =>
  lacking === 0
    ? 'No row is selected.'
    : 'The fit uses none of the selected rows: a value is missing in each.'

const unused = ({ unused: lacking }: TallyView) =>
  lacking === 0
    ? ''
    : ` ${plural(lacking, 'selected row')} without all values ${lacking === 1 ? 'has' : 'have'} no part in it.`

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)

const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
