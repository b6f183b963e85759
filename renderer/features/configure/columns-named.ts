import type { ColumnProfile } from '../../../contract/views.ts'

/** The columns whose names contain what is sought, in any case; all where nothing is. */
export function columnsNamed<Column extends Pick<ColumnProfile, 'name'>>(
  columns: readonly Column[],
  sought: string,
): readonly Column[] {
  const part = sought.trim().toLowerCase()
  return part === '' ? columns : columns.filter(({ name }) => name.toLowerCase().includes(part))
}

/** What is ticked, in the order of the file, after all of some columns were ticked or none of them. */
export function tickedAfter(
  ticked: readonly number[],
  some: readonly Pick<ColumnProfile, 'index'>[],
  on: boolean,
): number[] {
  const these = new Set(some.map(({ index }) => index))
  const others = ticked.filter((index) => !these.has(index))
  return on ? [...others, ...these].sort((a, b) => a - b) : others
}
