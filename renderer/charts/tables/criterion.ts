import { say } from '../../../contract/words/say.ts'
import { isValued, type GridCell, type ValuedCell } from '../../../contract/model-grid.ts'
import { axisName } from '../../format/criteria.ts'
import { formatCount, formatFixed } from '../../format/number.ts'
import { COVARIANCE_ORDER, shownValue, type Shown } from '../criterion.ts'
import { numbers, type ChartTable } from './chart-table.ts'

/** The marks of the curves of a criterion: by covariance model, then by the number of components. */
export function criterionMarks(cells: readonly GridCell[]): ValuedCell[] {
  const place = ({ covariance }: GridCell) => COVARIANCE_ORDER.indexOf(covariance)
  return cells.filter(isValued).sort((a, b) => place(a) - place(b) || a.components - b.components)
}

/** The criterion of each model that has one. `chosen`: the cell of the restart on the screen, as `VVV-3`. */
export function tableCriterion(cells: readonly GridCell[], shown: Shown, chosen: string | null): ChartTable {
  const marks = criterionMarks(cells)
  return {
    label: say('{criterion} of each model', { criterion: axisName(shown) }),
    columns: [
      { name: say('Model') },
      ...numbers(say('Components'), axisName(shown), say('Hits'), say('Restarts')),
    ],
    rows: marks.length,
    cellsOf(row) {
      const cell = marks[row]
      if (cell === undefined) return []
      const { covariance, components, value, solution, ended } = cell
      return [
        covariance,
        String(components),
        formatFixed(shownValue(value, shown), 2),
        formatCount(solution.hits),
        formatCount(ended),
      ]
    },
    chosen: marks.findIndex(({ covariance, components }) => `${covariance}-${components}` === chosen),
  }
}
