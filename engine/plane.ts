import { EngineError } from '../contract/errors.ts'
import { phrase } from '../contract/words/say.ts'
import type { Axes } from '../contract/schemas.ts'
import type { PointsView } from '../contract/views.ts'
import { createWorkControl } from '../workers/control.ts'
import type { Pool } from '../workers/pool.ts'
import { columnNames } from './columns.ts'
import type { Dataset } from './datasets.ts'
import type { Fits } from './fits/fits.ts'
import { labelRows } from './labelling.ts'
import { gather, sampleRows } from './sample-rows.ts'

export type Projection = PointsView['projection']
type Plane = Pick<PointsView, 'projection' | 'axisNames'>

/** The columns that a plot is of, and their rows without a missing value. */
export interface Space {
  dataset: Dataset
  positions: readonly number[]
  columns: readonly Float64Array[]
  usable: Uint32Array
}

const MOST_PLANE_ROWS = 20_000
const FEWEST_PLANE_ROWS = 1_000
const PLANE_PRODUCTS = 2e6

/** The plane that axes span. Throws `invalid-input` where they do not belong to the columns. */
export async function planeOf(pool: Pool, fits: Fits, space: Space, axes: Axes): Promise<Plane> {
  if ('discriminant' in axes) return separatingPlane(pool, fits, space, axes.discriminant)
  if ('principal' in axes) {
    const { x, y } = axes.principal
    const { basis, origin } = await pool.run('span-plane', { columns: sampled(space), by: { ranks: [x, y] } })
    return {
      projection: { basis, origin },
      axisNames: { x: `Principal component ${x}`, y: `Principal component ${y}` },
    }
  }
  const names = columnNames(space.dataset, space.positions)
  const [x, y] = [placeOf(space, axes.x), placeOf(space, axes.y)]
  const d = space.positions.length
  const basis = new Float64Array(2 * d)
  basis[x] = basis[d + y] = 1
  return { projection: { basis, origin: new Float64Array(d) }, axisNames: { x: names[x], y: names[y] } }
}

function placeOf({ positions }: Space, axis: number): number {
  const at = positions.indexOf(axis)
  if (at < 0)
    throw new EngineError(
      'invalid-input',
      phrase('An axis of the plot is not among the chosen columns.'),
      phrase('Choose two of the columns that are ticked.'),
    )
  return at
}

/** By the labels that the restart gives to the sampled rows. */
async function separatingPlane(
  pool: Pool,
  fits: Fits,
  space: Space,
  { fit, restart }: { fit: string; restart: string },
): Promise<Plane> {
  const { mixture, fit: of } = fits.glimpse(fit, restart)
  if (of.dataset.id !== space.dataset.id || of.settings.columns.join() !== space.positions.join())
    throw new EngineError(
      'invalid-input',
      phrase('The restart that the plane shall separate has other columns.'),
      phrase('Choose a restart of this fit.'),
    )
  const columns = sampled(space)
  const { labels } = await labelRows(pool, mixture, columns, {}, createWorkControl())
  const by = { labels, clusters: mixture.components }
  const { basis, origin, discriminants } = await pool.run('span-plane', { columns, by })
  const names = ['x', 'y'].map((_, axis) =>
    axis < discriminants ? `Discriminant ${axis + 1}` : `Widest remaining direction`,
  )
  return { projection: { basis, origin }, axisNames: { x: names[0], y: names[1] } }
}

/** A fair sample of the rows, over shared memory: a view needs no more. */
function sampled({ columns, usable }: Space): Float64Array[] {
  const affordable = Math.ceil(PLANE_PRODUCTS / columns.length ** 2)
  const rows = sampleRows(usable, Math.min(MOST_PLANE_ROWS, Math.max(FEWEST_PLANE_ROWS, affordable)))
  return columns.map((column) => gather(column, rows))
}
