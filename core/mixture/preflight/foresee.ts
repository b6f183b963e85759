import { columnCentre, columnSpread } from '../column.ts'
import { collinear } from './collinear.ts'
import { columnConcerns } from './column-concerns.ts'
import type { Asked, Concern, Looked } from './concern.ts'
import { distinctPoints } from './distinct-points.ts'
import { fewRows } from './few-rows.ts'
import { scales } from './scales.ts'
import { spaced, usedRows, valuesAt } from './used-rows.ts'

/** A column that costs more than this share of all rows by its missing cells is told. */
const MUCH_LOST = 0.2
const SAMPLED = 20_000

/** What was seen, and how many rows can be used. */
export interface Foresight {
  rowsUsed: number
  concerns: Concern[]
}

/**
 * What will go wrong with a fit of these columns, the gravest first. `proceed` is called every now and then, and ends the work
 * if it throws.
 */
export function foresee(
  columns: readonly Looked[],
  asked: Asked,
  proceed: () => void = () => undefined,
): Foresight {
  const values = columns.map((column) => column.values)
  const { rows, lostBy, withAny } = usedRows(values)
  const gaps = asked.gaps === true
  const rowsUsed = gaps ? withAny : rows.length
  const total = values[0]?.length ?? 0
  proceed()
  if (rows.length < 2) return { rowsUsed, concerns: rowsUsed < 2 ? noRows(columns, total) : [] }
  const single = columns.flatMap((column) => {
    proceed()
    return columnConcerns(column, rows)
  })
  const constant = new Set(single.flatMap((each) => (each.kind === 'constant' ? [each.column] : [])))
  const varying = columns.filter(({ index }) => !constant.has(index))
  const positions = varying.map(({ index }) => index)
  const own = varying.map((column) => column.values)
  const points = distinctPoints(values, rows, asked.components.to)
  proceed()
  const sample = spaced(rows, SAMPLED)
  const spreads = own.map((column) => {
    const some = valuesAt(column, sample)
    return columnSpread(some, columnCentre(some))
  })
  const told = collinear(positions, own, rows)
  proceed()
  const fewPoints: Concern[] =
    !gaps && points < asked.components.to
      ? [{ kind: 'few-points', points, components: asked.components.to }]
      : []
  return {
    rowsUsed,
    concerns: [
      ...fewPoints,
      ...fewRows(asked, rowsUsed, columns.length),
      ...single.filter(({ kind }) => kind === 'constant'),
      ...told,
      ...(gaps ? [] : missing(columns, lostBy, rows.length, total)),
      ...single.filter(({ kind }) => kind !== 'constant'),
      ...scales(positions, spreads, asked),
    ],
  }
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
