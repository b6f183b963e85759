import type { CollapsesView } from '../../../contract/views.ts'
import { say } from '../../../contract/words/say.ts'

/** Collapsed restarts of a cell from which on they are worth a line of their own. */
const MANY = 2
const SHARE = 0.1

/** Whether so many collapsed restarts are told of above the table. */
export function areMany(collapsed: number, ended: number): boolean {
  return collapsed >= MANY && collapsed >= SHARE * ended
}

/** How many restarts collapsed, and what those that were looked into have in common, in one sentence. */
export function collapsedWords(view: CollapsesView): string {
  const head = say('{collapsed, number} of {ended, plural, one {# restart} other {# restarts}} collapsed', {
    collapsed: view.collapsed,
    ended: view.ended,
  })
  const [column] = view.byColumn
  const reasons = [
    { count: view.fewRows, text: say('a component on too few different rows') },
    { count: view.empty, text: say('a component without rows') },
    ...(column === undefined
      ? []
      : [
          {
            count: column.count,
            text: say('a component too narrow in {column}', { column: view.columns[column.column] ?? '' }),
          },
        ]),
  ]
  const most = reasons.reduce((best, each) => (each.count > best.count ? each : best))
  if (most.count === 0) return `${head}.`
  const all = view.examined === view.collapsed && most.count === view.examined
  if (all) return `${head}: ${most.text}.`
  return say('{head}: {reason} in {count, number} of {examined, number} looked into.', {
    head,
    reason: most.text,
    count: most.count,
    examined: view.examined,
  })
}
