import { matchedLabel, matchPartitions } from '../core/mixture/matching.ts'
import { NOISE_LABEL, UNLABELLED } from '../core/mixture/partition.ts'
import { EngineError } from '../contract/errors.ts'
import { phrase } from '../contract/words/say.ts'
import { countRows, eachRow, isMaskOf, maskBytes, type RowMask } from '../contract/row-mask.ts'
import type { Checked } from '../contract/schemas.ts'
import type { SelectionView, TallyView } from '../contract/views.ts'
import { createWorkControl } from '../workers/control.ts'
import type { Pool } from '../workers/pool.ts'
import { doubtfulMask } from './certainty/doubtful.ts'
import type { Ratings } from './certainty/ratings.ts'
import { contingencyOf } from './contingency-of.ts'
import { electorateOf } from './consensus/electorate.ts'
import type { CountVotes } from './consensus/votes.ts'
import { numericColumns } from './columns.ts'
import type { Datasets } from './datasets.ts'
import type { Fits, Fitted } from './fits/fits.ts'
import { knownMask } from './known/known-rows.ts'
import type { KnownSources } from './known/known.ts'
import { rowsWhere } from './rows-where.ts'

interface Sources extends KnownSources {
  pool: Pool
  datasets: Datasets
  fits: Fits
  votes: CountVotes
  ratings: Ratings
}

type Wanted = Checked<'select'>

const SMALL = 8_192

/** The rows of the whole file that were pointed at. */
export async function select(sources: Sources, wanted: Wanted): Promise<SelectionView> {
  const mask = await maskFor(sources, wanted)
  return { mask, count: countRows(mask) }
}

/** The selected rows in each cluster of a restart, or in each of so many that its components are merged into. */
export async function tally(
  { clusterLabels, labelMerged }: Pick<Sources, 'clusterLabels' | 'labelMerged'>,
  fitted: Fitted,
  mask: RowMask,
  merged?: number,
): Promise<TallyView> {
  checkMask(mask, fitted.fit.columns[0].length)
  const labels =
    merged === undefined ? await clusterLabels(fitted) : (await labelMerged(fitted, merged)).labels
  const sizes = new Array<number>(merged ?? fitted.mixture.components).fill(0)
  let unused = 0
  let noise = 0
  eachRow(mask, (row) => {
    if (labels[row] === UNLABELLED) unused++
    else if (labels[row] === NOISE_LABEL) noise++
    else sizes[labels[row]]++
  })
  return { sizes, unused, ...(fitted.mixture.noise !== undefined && { noise }) }
}

/** Throws `invalid-input` for a mask over another number of rows. */
export function checkMask(mask: RowMask, rows: number): void {
  if (isMaskOf(mask, rows)) return
  throw new EngineError(
    'invalid-input',
    phrase('The selection is not one of the {rows} rows of this file.', { rows }),
    phrase('Select the rows again.'),
  )
}

async function maskFor(sources: Sources, wanted: Wanted): Promise<RowMask> {
  const { pool, datasets, fits, clusterLabels } = sources
  switch (wanted.kind) {
    case 'region':
      return await regionMask(pool, datasets, wanted)
    case 'cluster': {
      const fitted = fits.glimpse(wanted.fit, wanted.restart)
      const component = known(fitted, wanted.component)
      const labels = await clusterLabels(fitted)
      return rowsWhere(labels.length, (row) => labels[row] === component)
    }
    case 'noise': {
      const fitted = fits.glimpse(wanted.fit, wanted.restart)
      if (fitted.mixture.noise === undefined) throw noNoise(fitted.restart.id)
      const labels = await clusterLabels(fitted)
      return rowsWhere(labels.length, (row) => labels[row] === NOISE_LABEL)
    }
    case 'cell': {
      const left = fits.glimpse(wanted.fit, wanted.left.restart)
      const right = fits.glimpse(wanted.fit, wanted.right.restart)
      const p = known(left, wanted.left.component)
      const q = known(right, wanted.right.component)
      const [a, b] = await Promise.all([clusterLabels(left), clusterLabels(right)])
      return rowsWhere(a.length, (row) => a[row] === p && b[row] === q)
    }
    case 'changes': {
      const [left, right] = [fits.glimpse(wanted.fit, wanted.left), fits.glimpse(wanted.fit, wanted.right)]
      const [a, b] = await Promise.all([clusterLabels(left), clusterLabels(right)])
      const table = await contingencyOf(a, b, left.mixture.components, right.mixture.components)
      const match = matchPartitions(table)
      return rowsWhere(a.length, (row) => a[row] !== UNLABELLED && matchedLabel(match, a[row]) !== b[row])
    }
    case 'fragile': {
      const electorate = electorateOf(fits, wanted.fit, wanted.restart, wanted.gap)
      const { labels, votes } = await sources.votes(electorate, createWorkControl())
      const enough = wanted.below * electorate.total
      return rowsWhere(votes.length, (row) => labels[row] !== UNLABELLED && votes[row] < enough)
    }
    case 'merged': {
      const fitted = fits.glimpse(wanted.fit, wanted.restart)
      const { labels } = await sources.labelMerged(fitted, wanted.clusters)
      return rowsWhere(labels.length, (row) => labels[row] === wanted.cluster)
    }
    case 'unclassified':
    case 'outliers': {
      const rating = await sources.ratings(fits.glimpse(wanted.fit, wanted.restart), createWorkControl())
      const [below, share] = wanted.kind === 'unclassified' ? [wanted.below, null] : [null, wanted.share]
      return await doubtfulMask(rating, { unclassified: below, outliers: share })
    }
    case 'known-cell':
    case 'misplaced':
      return await knownMask(sources, fits.glimpse(wanted.fit, wanted.restart), wanted)
  }
}

async function regionMask(
  pool: Pool,
  datasets: Datasets,
  { dataset: id, columns: positions, projection, polygon }: Extract<Wanted, { kind: 'region' }>,
): Promise<RowMask> {
  const columns = numericColumns(datasets.get(id), positions)
  const d = columns.length
  if (projection.origin.length !== d || projection.basis.length !== 2 * d)
    throw new EngineError(
      'invalid-input',
      phrase('The plot that was drawn on is not one of these columns.'),
      phrase('Draw the region again.'),
    )
  const region = { columns, projection, polygon }
  const rows = columns[0].length
  const mask = new Uint8Array(new SharedArrayBuffer(maskBytes(rows)))
  const parts = rows <= SMALL ? 1 : pool.threads
  const size = 8 * Math.ceil(rows / parts / 8)
  await Promise.all(
    Array.from({ length: parts }, (_, part) => {
      const from = Math.min(part * size, rows)
      return pool.run('mark-region', { region, from, to: Math.min(from + size, rows), mask })
    }),
  )
  return mask.slice()
}

function known({ restart, mixture }: Fitted, component: number): number {
  if (component < mixture.components) return component
  throw new EngineError(
    'invalid-input',
    phrase('The restart “{id}” has no component {value}.', { id: restart.id, value: component + 1 }),
    phrase('Choose one of its components.'),
  )
}

const noNoise = (restart: string) =>
  new EngineError(
    'invalid-input',
    `The restart “${restart}” has no noise component.`,
    'Choose one of its components.',
  )
