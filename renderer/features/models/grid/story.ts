import type { GridCell, ValuedCell } from '../../../../contract/model-grid.ts'
import { say } from '../../../../contract/words/say.ts'
import { formatFixed } from '../../../format/number.ts'

const MOST_REASONS = 2

/** Why a cell near the lowest may be the better story, in a sentence; empty where nothing speaks for it. */
export function storyOf(cell: ValuedCell, lowest: ValuedCell): string {
  const [own, best] = [cell.solution, lowest.solution]
  const reasons: string[] = []
  const fewer = best.components - own.components
  if (fewer > 0)
    reasons.push(say('{fewer, plural, one {# component fewer} other {# components fewer}}', { fewer }))
  const spare = best.parameters - own.parameters
  if (spare > 0)
    reasons.push(say('{spare, plural, one {# parameter fewer} other {# parameters fewer}}', { spare }))
  if (rateOf(cell) > 1.5 * rateOf(lowest) && own.hits > 1)
    reasons.push(
      say('reached more often, by {hits} of {ended, plural, one {# restart} other {# restarts}}', {
        hits: own.hits,
        ended: cell.ended,
      }),
    )
  if (own.entropy < best.entropy - 1)
    reasons.push(
      say('clusters overlap less, entropy {own} for {best}', {
        own: formatFixed(own.entropy, 1),
        best: formatFixed(best.entropy, 1),
      }),
    )
  const said = reasons.slice(0, MOST_REASONS).join('; ')
  return said === '' ? '' : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}

const rateOf = ({ solution, ended }: GridCell) => (ended === 0 ? 0 : (solution?.hits ?? 0) / ended)
