import { NO_LABEL, type Start } from '../../core/mixture/types.ts'
import { EngineError } from '../../contract/errors.ts'
import type { GivenStart } from '../../contract/schemas.ts'
import { mixtureOf } from '../mixture.ts'

/** Number of components of a start that a person gave. */
export function startComponents(given: GivenStart): number {
  if ('labels' in given) return given.labels.reduce((most, label) => Math.max(most, label), 0)
  if ('responsibilities' in given) return given.responsibilities[0]?.length ?? 0
  return given.weights.length
}

/**
 * A person's start as the arithmetic takes it, checked against the data: one entry per row of the file or per row used,
 * and as many columns as were chosen. Throws `invalid-input` in words.
 */
export function readStart(given: GivenStart, usedRows: Uint32Array, rows: number, dimension: number): Start {
  const components = startComponents(given)
  if ('labels' in given) {
    return startOfLabels(perUsedRow(given.labels, 'labels', usedRows, rows), components)
  }
  if ('responsibilities' in given) {
    const lines = perUsedRow(given.responsibilities, 'rows of responsibilities', usedRows, rows)
    return {
      kind: 'responsibilities',
      responsibilities: Float64Array.from(lines.flatMap((line, i) => checkedLine(line, i, components))),
    }
  }
  return { kind: 'parameters', mixture: mixtureOf(given, dimension, 'The start') }
}

/** Labels of the rows used, 1-based, 0 for none. Throws `invalid-input` where a component has no row. */
export function startOfLabels(given: ArrayLike<number>, components: number): Start {
  const labels = new Uint16Array(given.length)
  const present = new Uint8Array(components + 1)
  for (let i = 0; i < labels.length; i++) {
    const label = given[i]
    labels[i] = label === 0 ? NO_LABEL : label - 1
    present[label] = 1
  }
  const absent = present.indexOf(0, 1)
  if (absent > 0) throw refused(`No row used has label ${absent}, but there are labels up to ${components}`)
  return { kind: 'labels', labels }
}

function perUsedRow<T>(list: T[], what: string, usedRows: Uint32Array, rows: number): T[] {
  if (list.length === usedRows.length) return list
  if (list.length === rows) return Array.from(usedRows, (row) => list[row])
  const used = usedRows.length === rows ? '' : ` (${usedRows.length} of them used)`
  throw refused(`The start has ${list.length} ${what}, but the file has ${rows} rows${used}`)
}

function checkedLine(line: number[], at: number, components: number): number[] {
  const sum = line.reduce((total, value) => total + value, 0)
  if (line.length !== components)
    throw refused(
      `Line ${at + 1} of the responsibilities has ${line.length} numbers, the first has ${components}`,
    )
  if (line.some((value) => value < 0) || Math.abs(sum - 1) > 1e-6)
    throw refused(`Line ${at + 1} of the responsibilities must be numbers of 0 or more that sum to 1`)
  return line
}

const refused = (message: string) =>
  new EngineError('invalid-input', `${message}.`, 'Mend the start, or leave it out.')
