import { formatCount } from '../../../contract/words/number.ts'
import { plural } from '../plural.ts'
import type { Markup } from '../markup.ts'
import { markup } from '../markup.ts'
import { linearAxis, powerAxis } from './axis.ts'
import { axes, figure, fixed, label, xOf, yOf, type Plot } from './canvas.ts'
import { evenly, LEAST_GAP, letterOf, lookOf, type CellRestarts, type EndedRestart } from './restarts.ts'

const SIZE = { width: 720, height: 300 }
const FRAME = { left: 66, top: 22, width: 634, height: 226 }
const MOST_DOTS = 1_500
/** A letter needs so much room above its dots. */
const LETTER = 13

/** Where every restart of a cell ended: its gap to the best, restarts of one solution side by side. */
export function landscapePicture(cell: CellRestarts): Markup {
  const { solutions, top } = cell
  const groups = solutions
    .map((solution) => ({ solution, members: cell.ended.filter((each) => each.solution === solution) }))
    .filter(({ members }) => members.length > 0)
  const total = groups.reduce((sum, { members }) => sum + members.length, 0)
  const gaps = cell.ended.map(({ logLikelihood }) => top - logLikelihood)
  const plot: Plot = {
    frame: FRAME,
    x: { ...linearAxis(0, total, 8), low: 0, high: total, share: (value) => value / total },
    y: powerAxis(LEAST_GAP, Math.max(...gaps, 1), LEAST_GAP),
    down: true,
  }
  const radius = total > 300 ? 1.6 : total > 80 ? 2.4 : 3.4
  const share = Math.min(1, MOST_DOTS / total)
  let from = 0
  let free = -Infinity
  const drawn = groups.map(({ solution, members }) => {
    const start = from
    from += members.length
    const shown = evenly([...members.keys()], Math.max(2, Math.round(share * members.length)))
    const at = (place: number) => xOf(plot, start + place + 0.5)
    const dots = shown.map((place) => dot(at(place), yOf(plot, gapOf(members[place], top)), radius))
    const middle = xOf(plot, start + members.length / 2)
    const lettered = middle - free >= LETTER
    if (lettered) free = middle
    const height = yOf(plot, gapOf(members[0], top))
    const name = lettered ? label(middle, height - radius - 5, letterOf(solution), 'middle') : null
    return markup`<g class="${lookOf(cell, solution)}"><path class="mark" d="${dots.join('')}"/>${name}</g>
`
  })
  const said = describe(cell, total)
  const sampled = share < 1 ? ` ${formatCount(MOST_DOTS)} of ${formatCount(total)} restarts are drawn.` : ''
  return figure(
    'landscape-picture',
    SIZE,
    said,
    `Where the restarts ended: each dot is a restart, its height the log-likelihood that it lacks to the best, on a logarithmic scale (less than ${LEAST_GAP} is drawn as ${LEAST_GAP}). Restarts of one solution stand together under its letter, best first.${sampled}`,
    axes(plot, { names: { x: 'restarts, best first', y: 'gap to the best' } }),
    drawn,
  )
}

const gapOf = ({ logLikelihood }: EndedRestart, top: number) => Math.max(LEAST_GAP, top - logLikelihood)

const dot = (x: number, y: number, r: number) =>
  `M${fixed(x - r)} ${fixed(y)}a${fixed(r)} ${fixed(r)} 0 1 0 ${fixed(2 * r)} 0a${fixed(r)} ${fixed(r)} 0 1 0 ${fixed(-2 * r)} 0`

function describe({ solutions, ended }: CellRestarts, total: number): string {
  const named = solutions
    .map((solution) => ({ solution, hits: ended.filter((each) => each.solution === solution).length }))
    .filter(({ hits }) => hits > 0)
  const parts = named.slice(0, 6).map(({ solution, hits }) => `${letterOf(solution)} ${formatCount(hits)}`)
  const rest = named.length > 6 ? `, and ${plural(named.length - 6, 'more solution')}` : ''
  return `${plural(total, 'restart')} by the solution they reached: ${parts.join(', ')}${rest}.`
}
