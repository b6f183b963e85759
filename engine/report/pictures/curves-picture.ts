import { formatCount } from '../../../contract/words/number.ts'
import { plural } from '../plural.ts'
import { markup, type Markup } from '../markup.ts'
import { powerAxis } from './axis.ts'
import { axes, figure, fixed, pathThrough, xOf, yOf, type Plot } from './canvas.ts'
import { evenly, LEAST_GAP, letterOf, lookOf, type CellRestarts, type EndedRestart } from './restarts.ts'

const SIZE = { width: 720, height: 300 }
const FRAME = { left: 66, top: 10, width: 634, height: 238 }
const MOST_CURVES = 120
const MOST_POINTS = 60

/** The climb of restarts of a cell: the gap to the best by iteration. */
export function curvesPicture(cell: CellRestarts): Markup | null {
  const climbing = cell.ended.filter(({ trace }) => trace.length > 1)
  if (climbing.length === 0) return null
  const shown = evenly(climbing, MOST_CURVES)
  const longest = Math.max(...shown.map(({ trace }) => trace.length))
  const widest = Math.max(...shown.map(({ trace }) => cell.top - trace[0]), 1)
  const plot: Plot = {
    frame: FRAME,
    x: powerAxis(1, longest, 1),
    y: powerAxis(LEAST_GAP, widest, LEAST_GAP),
    down: true,
  }
  const drawn = shown.toReversed().map(
    (each) =>
      markup`<path class="curve ${lookOf(cell, each.solution)}" d="${curveOf(plot, each, cell.top)}"/>
`,
  )
  const sampled =
    shown.length < climbing.length
      ? ` ${formatCount(shown.length)} of ${formatCount(climbing.length)} restarts are drawn.`
      : ''
  return figure(
    'curves-picture',
    SIZE,
    `${plural(shown.length, 'convergence curve')}, the longest of ${plural(longest, 'iteration')}: the gap to the best log-likelihood falls with the iterations and levels off where each restart converged.`,
    `How the restarts climbed: the log-likelihood that each lacked to the best after each iteration, both on logarithmic scales, in the colour of the solution it reached, whose letter stands at the end. A curve that levels off below another ended at a lower maximum.${sampled}`,
    axes(plot, { names: { x: 'iteration', y: 'gap to the best' } }),
    drawn,
    letters(plot, shown, cell.top),
  )
}

const LETTER_HEIGHT = 12

/** One of each solution, as far as they do not lie over each other, the highest first. */
function letters(plot: Plot, shown: readonly EndedRestart[], top: number): Markup[] {
  let free = -Infinity
  const told = new Set<EndedRestart['solution']>()
  return shown.flatMap(({ solution, trace }) => {
    const y = yOf(plot, Math.max(LEAST_GAP, top - trace[trace.length - 1]))
    if (told.has(solution) || y < free) return []
    told.add(solution)
    free = y + LETTER_HEIGHT
    const x = Math.min(xOf(plot, trace.length) + 4, FRAME.left + FRAME.width + 2)
    return [
      markup`<text class="end" x="${fixed(x)}" y="${fixed(y + 4)}">${letterOf(solution)}</text>
`,
    ]
  })
}

/** Points evenly along the logarithm of the iteration. */
function curveOf(plot: Plot, { trace }: EndedRestart, top: number): string {
  const last = trace.length
  const places = new Set([1, last])
  for (let i = 1; i < MOST_POINTS - 1; i++) places.add(Math.round(last ** (i / (MOST_POINTS - 1))))
  const points = [...places]
    .sort((a, b) => a - b)
    .map((t) => [xOf(plot, t), yOf(plot, Math.max(LEAST_GAP, top - trace[t - 1]))] as const)
  return pathThrough(points)
}
