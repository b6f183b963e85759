import { isValued, type GridCell, type ValuedCell } from '../../../contract/model-grid.ts'
import { CRITERION_NAMES } from '../../../contract/words/criteria.ts'
import { formatFixed } from '../../../contract/words/number.ts'
import type { Criterion } from '../../../core/mixture/types.ts'
import { markup, type Markup } from '../markup.ts'
import { linearAxis } from './axis.ts'
import { axes, figure, fixed, label, markPath, pathThrough, xOf, yOf, type Plot } from './canvas.ts'

const SIZE = { width: 720, height: 320 }
const FRAME = { left: 78, top: 12, width: 570, height: 256 }
const LINE_HEIGHT = 12

/** The criterion over the number of components, a line for each covariance model; the lowest is ringed. Null for a single cell. */
export function criterionPicture(cells: readonly GridCell[], criterion: Criterion): Markup | null {
  const valued = cells.filter(isValued).filter(({ aside }) => !aside)
  const [first] = valued
  if (first === undefined || valued.length < 2) return null
  const lowest = valued.reduce((best, cell) => (cell.value < best.value ? cell : best), first)
  const sizes = valued.map(({ components }) => components)
  const [from, to] = [Math.min(...sizes), Math.max(...sizes)]
  const values = valued.map(({ value }) => value)
  const every = Math.max(1, Math.ceil((to - from + 1) / 16))
  const plot: Plot = {
    frame: FRAME,
    x: {
      low: from - 0.5,
      high: to + 0.5,
      ticks: Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, i) => ({
        at: from + i * every,
        text: String(from + i * every),
      })),
      share: (value) => (value - from + 0.5) / (to - from + 1),
    },
    y: linearAxis(Math.min(...values), Math.max(...values)),
    down: false,
  }
  const models = [...new Set(valued.map(({ covariance }) => covariance))]
  const lines = models.map((model) => valued.filter(({ covariance }) => covariance === model))
  const names = spreadOut(
    lines.map((line) => ({ line, y: yOf(plot, line[line.length - 1].value) })),
    FRAME.top + FRAME.height,
  )
  const name = CRITERION_NAMES[criterion]
  return figure(
    'criterion-picture',
    SIZE,
    `${name} of ${valued.length} models by number of components, a line for each covariance model. The lowest is ${lowest.covariance} with ${lowest.components}: ${formatFixed(lowest.value, 2)}.`,
    `${name} by number of components, lower is better; a line for each covariance model, named at its end. The lowest is ringed.`,
    axes(plot, { names: { x: 'components', y: name } }),
    lines.map(
      (
        line,
        at,
      ) => markup`<g class="${line.includes(lowest) ? 'leading' : 'other'}">${drawLine(plot, line, at)}${nameLine(plot, names, line)}</g>
`,
    ),
    markup`<path class="ring" d="${markPath(0, xOf(plot, lowest.components), yOf(plot, lowest.value), 8)}"/>
`,
  )
}

function drawLine(plot: Plot, line: readonly ValuedCell[], at: number): Markup {
  const points = line.map(({ components, value }) => [xOf(plot, components), yOf(plot, value)] as const)
  const marks = points.map(([x, y]) => markPath(at, x, y, 3))
  return markup`<path class="curve" d="${pathThrough(points)}"/><path class="mark" d="${marks.join('')}"/>`
}

interface Named {
  line: readonly ValuedCell[]
  y: number
}

function nameLine(plot: Plot, names: readonly Named[], line: readonly ValuedCell[]): Markup {
  const last = line[line.length - 1]
  const [x, y] = [xOf(plot, last.components), yOf(plot, last.value)]
  const right = FRAME.left + FRAME.width + 14
  const height = names.find((each) => each.line === line)?.y ?? y
  return markup`<path class="leader" d="M${fixed(x + 5)} ${fixed(y)}L${fixed(right - 3)} ${fixed(height)}"/>${label(right, height + 4, last.covariance, 'start')}`
}

/** Names from above to below, none over another, none below the plot. */
function spreadOut(names: readonly Named[], bottom: number): Named[] {
  const sorted = names.toSorted((a, b) => a.y - b.y)
  let free = -Infinity
  const down = sorted.map(({ line, y }) => {
    free = Math.max(y, free + LINE_HEIGHT)
    return { line, y: free }
  })
  let room = bottom + LINE_HEIGHT
  return down
    .toReversed()
    .map(({ line, y }) => {
      room = Math.min(y, room - LINE_HEIGHT)
      return { line, y: room }
    })
    .toReversed()
}
