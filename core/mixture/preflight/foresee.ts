import { columnCentre, columnSpread } from '../column.ts'
import { collinear } from './collinear.ts'
import { columnConcerns } from './column-concerns.ts'
import type { Asked, Concern, Looked } from './concern.ts'
import { distinctPoints } from './distinct-points.ts'
import { fewRows } from './few-rows.ts'
import { scales } from './scales.ts'
import { rowsWith, spaced, usedRows, valuesAt } from './used-rows.ts'

/** A column that costs more than this share of all rows by its missing cells is told. */
const MUCH_LOST = 0.2
const SAMPLED = 20_000

/** What was seen, and how many rows can be used. */
export interface Foresight {
  rowsUsed: number
  concerns: Concern[]
}

/**
 * What will go wrong with a fit of these columns, the gravest first. Where rows with gaps are used, a column is judged by all the values
 * it has. `proceed` is called every now and then, and ends the work if it throws.
 */
export function foresee(
  columns: readonly Looked[],
  asked: Asked,
  proceed: () => void = () => undefined,
): Foresight {
  const values = columns.map((column) => column.values)
  const { rows: complete, lostBy, withAny } = usedRows(values)
  const gaps = asked.gaps === true
  const rows = gaps ? withAny : complete
  const rowsUsed = rows.length
  const total = values[0]?.length ?? 0
  proceed()
  if (rowsUsed < 2) return { rowsUsed, concerns: noRows(columns, total) }
  const rowsOf = (column: Float64Array) => (gaps ? rowsWith([column], rows) : rows)
  const single = columns.flatMap((column) => {
    proceed()
    return columnConcerns(column, rowsOf(column.values))
  })
  const constant = new Set(single.flatMap((each) => (each.kind === 'constant' ? [each.column] : [])))
  const varying = columns.filter(({ index }) => !constant.has(index))
  const positions = varying.map(({ index }) => index)
  const own = varying.map((column) => column.values)
  proceed()
  const spreads = own.map((column) => {
    const some = valuesAt(column, spaced(rowsOf(column), SAMPLED))
    return columnSpread(some, columnCentre(some))
  })
  const told = collinear(positions, own, rows, proceed)
  proceed()
  const fewPoints = gaps ? [] : tooFewPoints(values, rows, asked.components.to)
  return {
    rowsUsed,
    concerns: [
      ...fewPoints,
      ...fewRows(asked, rowsUsed, columns.length),
      ...single.filter(({ kind }) => kind === 'constant'),
      ...told,
      ...(gaps ? [] : missing(columns, lostBy, rowsUsed, total)),
      ...single.filter(({ kind }) => kind !== 'constant'),
      ...scales(positions, spreads, asked),
    ],
  }
}

function tooFewPoints(columns: readonly Float64Array[], rows: Uint32Array, components: number): Concern[] {
  const points = distinctPoints(columns, rows, components)
  return points < components ? [{ kind: 'few-points', points, components }] : []
}

function noRows(columns: readonly Looked[], total: number): Concern[] {
  const lost = columns.map(({ values }) =>
    values.reduce((sum, value) => sum + Number(!Number.isFinite(value)), 0),
  )
  const at = lost.indexOf(Math.max(...lost))
  return total === 0 || at < 0 ? [] : [{ kind: 'no-rows', column: columns[at].index, lost: lost[at] }]
}

function missing(
  columns: readonly Looked[],
  lostBy: readonly number[],
  rowsUsed: number,
  rows: number,
): Concern[] {
  return columns.flatMap(({ index }, j) =>
    lostBy[j] > MUCH_LOST * rows
      ? [{ kind: 'missing-cells' as const, column: index, lost: lostBy[j], rows, rowsUsed }]
      : [],
  )
}
