import { modelGrid } from '../../contract/model-grid.ts'
import { isNear, nearTies, type Grade } from '../../contract/near-ties.ts'
import { isSetAside } from '../../contract/set-aside.ts'
import type { FitSummary, SolutionView } from '../../contract/views.ts'

const GRADES: Record<Grade, string> = {
  barely: ', barely worth a mention',
  positive: ', positive evidence against it',
  strong: ', strong evidence against it',
  'very-strong': '',
}

/** The models within 10 of the lowest criterion, one line; empty where there are none. Spurious ones count where one may be best. */
export function nearTiesText(
  {
    restarts,
    solutions,
    unseen,
    settings,
    columns,
  }: Pick<FitSummary, 'restarts' | 'solutions' | 'unseen' | 'settings' | 'columns'>,
  allowSpurious: boolean,
): string {
  const { criterion, noise } = settings
  const dimension = columns.length
  const isAside = (warnings: SolutionView['warnings']) => isSetAside(warnings, allowSpurious)
  const cells = modelGrid({ restarts, solutions, unseen, criterion, noise, dimension, isAside })
  const near = nearTies(cells, criterion).filter(isNear)
  if (near.length === 0) return ''
  const named = near.map(({ cell, difference, grade }) => {
    const said = grade === null ? '' : GRADES[grade]
    const open = cell.settled === false ? ', not settled' : ''
    return `${cell.covariance} ${cell.components} (+${difference.toFixed(2)}${said}${open})`
  })
  return `near ties by ${criterion.toUpperCase()}: ${named.join('; ')}\n`
}
