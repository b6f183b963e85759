import type { GridCell, ValuedCell } from '../../../../contract/model-grid.ts'
import { formatFixed } from '../../../format/number.ts'
import { plural } from '../../../format/plural.ts'

const MOST_REASONS = 2

/** Why a cell near the lowest may be the better story, in a sentence; empty where nothing speaks for it. */
export function storyOf(cell: ValuedCell, lowest: ValuedCell): string {
  const [own, best] = [cell.solution, lowest.solution]
  const reasons: string[] = []
  const fewer = best.components - own.components
  if (fewer > 0) reasons.push(plural(fewer, 'component fewer', 'components fewer'))
  const spare = best.parameters - own.parameters
  if (spare > 0) reasons.push(plural(spare, 'parameter fewer', 'parameters fewer'))
  if (rateOf(cell) > 1.5 * rateOf(lowest) && own.hits > 1)
    reasons.push(`reached more often, by ${own.hits} of ${plural(cell.ended, 'restart')}`)
  if (own.entropy < best.entropy - 1)
    reasons.push(
      `clusters overlap less, entropy ${formatFixed(own.entropy, 1)} for ${formatFixed(best.entropy, 1)}`,
    )
  const said = reasons.slice(0, MOST_REASONS).join('; ')
  return said === '' ? '' : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}

const rateOf = ({ solution, ended }: GridCell) => (ended === 0 ? 0 : (solution?.hits ?? 0) / ended)
