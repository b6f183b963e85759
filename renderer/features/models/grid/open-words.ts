import type { GridCell } from '../../../../contract/model-grid.ts'
import { say } from '../../../../contract/words/say.ts'
import { cellName } from '../../../format/covariance.ts'
import { formatNumber } from '../../../format/number.ts'
import { isOpen } from '../../../stores/model-grid.ts'

/** Why more restarts are wanted in a cell, in sentences; empty where none are. */
export function openSentence(cell: GridCell): string {
  if (!isOpen(cell)) return ''
  const said: string[] = []
  if (cell.outdoneBy !== null) {
    const smaller = cell.outdoneBy.slice(0, cell.outdoneBy.lastIndexOf('-'))
    said.push(
      say('{smaller} reached a higher log-likelihood, which this model can reach too.', {
        smaller: cellName(smaller),
      }),
    )
  }
  if (cell.settled === false && cell.lead !== null) {
    const lead = formatNumber(cell.lead, 3)
    said.push(leadSentence(cell, lead))
  }
  return said.join(' ')
}

function leadSentence({ spread, solution }: GridCell, lead: string): string {
  if (spread !== null)
    return say('Its two best restarts lie {spread} apart, and its lead is {lead}.', {
      spread: formatNumber(spread, 3),
      lead,
    })
  return solution?.hits === 0
    ? say('Only a refinement speaks for it, and its lead is {lead}.', { lead })
    : say('Only one restart speaks for it, and its lead is {lead}.', { lead })
}
