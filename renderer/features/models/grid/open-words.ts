import type { GridCell } from '../../../../contract/model-grid.ts'
import { cellName } from '../../../format/covariance.ts'
import { formatNumber } from '../../../format/number.ts'
import { isOpen } from '../../../stores/model-grid.ts'

/** Why more restarts are wanted in a cell, in sentences; empty where none are. */
export function openSentence(cell: GridCell): string {
  if (!isOpen(cell)) return ''
  const said: string[] = []
  if (cell.outdoneBy !== null) {
    const smaller = cell.outdoneBy.slice(0, cell.outdoneBy.lastIndexOf('-'))
    said.push(`${cellName(smaller)} reached a higher log-likelihood, which this model can reach too.`)
  }
  if (cell.settled === false && cell.lead !== null) {
    const lead = formatNumber(cell.lead, 3)
    said.push(
      cell.spread === null
        ? `${cell.solution?.hits === 0 ? 'Only a refinement speaks' : 'Only one restart speaks'} for it, and its lead is ${lead}.`
        : `Its two best restarts lie ${formatNumber(cell.spread, 3)} apart, and its lead is ${lead}.`,
    )
  }
  return said.join(' ')
}
