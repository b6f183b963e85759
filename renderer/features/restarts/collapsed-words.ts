import type { CollapsesView } from '../../../contract/views.ts'
import { formatCount } from '../../format/number.ts'
import { plural } from '../../format/plural.ts'

/** Collapsed restarts of a cell from which on they are worth a line of their own. */
const MANY = 2
const SHARE = 0.1

/** Whether so many collapsed restarts are told of above the table. */
export function areMany(collapsed: number, ended: number): boolean {
  return collapsed >= MANY && collapsed >= SHARE * ended
}

/** How many restarts collapsed, and what those that were looked into have in common, in one sentence. */
export function collapsedWords(view: CollapsesView): string {
  const head = `${formatCount(view.collapsed)} of ${plural(view.ended, 'restart')} collapsed`
  const [column] = view.byColumn
  const reasons = [
    {
      count: view.fewRows,
      text: 'a component on too few different rows',
    },
    { count: view.empty, text: 'a component without rows' },
    ...(column === undefined
      ? []
      : [{ count: column.count, text: `a component too narrow in ${view.columns[column.column] ?? ''}` }]),
  ]
  const most = reasons.reduce((best, each) => (each.count > best.count ? each : best))
  if (most.count === 0) return `${head}.`
  const all = view.examined === view.collapsed && most.count === view.examined
  const share = all ? '' : ` in ${formatCount(most.count)} of ${formatCount(view.examined)} looked into`
  return `${head}: ${most.text}${share}.`
}
