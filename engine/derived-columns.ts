import { derivedName, type Transform } from '../core/table/derive.ts'
import { freeName } from '../core/table/names.ts'
import { EngineError } from '../contract/errors.ts'
import { phrase } from '../contract/words/say.ts'
import type { ColumnProfile, Derived, Remembered } from '../contract/views.ts'
import type { Pool } from '../workers/pool.ts'
import { numericColumns } from './columns.ts'
import type { Dataset } from './datasets.ts'

type DerivedChoices = NonNullable<Remembered['derived']>

/**
 * The position of a column computed from another, which is added behind those that are there unless it is one of them. Rows where
 * it is not defined have no value in it.
 */
export async function addDerived(
  pool: Pool,
  dataset: Dataset,
  column: number,
  transform: Transform,
): Promise<number> {
  const [values] = numericColumns(dataset, [column])
  const known = findDerived(dataset, column, transform)
  if (known !== undefined) return bringBack(dataset, known)
  const made = await pool.run('derive-column', { values, transform })
  const meanwhile = findDerived(dataset, column, transform)
  if (meanwhile !== undefined) return bringBack(dataset, meanwhile)
  const { columns, values: all } = dataset.file
  const name = freeName(
    derivedName(columns[column].name, transform),
    columns.map((each) => each.name),
  )
  const index = columns.length
  const derived = { of: column, transform, removed: false }
  columns.push({ index, name, original: name, ...made.summary, rejects: [], derived })
  all.push(made.values)
  replaceSource(dataset, columns[index])
  return index
}

/** Throws `invalid-input` where a transform is not defined for every value of a column. */
export function refuseUndefined({ file, name }: Dataset, column: number, transform: Transform): void {
  const profile = file.columns[column] as ColumnProfile | undefined
  if (profile?.derived !== undefined)
    throw new EngineError(
      'invalid-input',
      phrase('“{name}” is itself computed from another column.', { name: profile.name }),
      phrase('Choose a column of the file.'),
    )
  if (profile === undefined || profile.min === null || profile.min > 0) return
  throw new EngineError(
    'invalid-input',
    phrase('The column “{column}” of “{name}” has values of 0 or below, which have no {transform}.', {
      column: profile.name,
      name,
      transform: transform === 'log' ? phrase('logarithm') : transform,
    }),
    phrase('Choose a column whose values are all above 0.'),
    { column: profile.name },
  )
}

/** Takes a computed column out of sight. Its position stays its own, so that fits that use it are what they were. */
export function removeDerived({ file, name }: Dataset, column: number): void {
  const profile = file.columns[column] as ColumnProfile | undefined
  if (profile?.derived === undefined)
    throw new EngineError(
      'invalid-input',
      phrase('“{name}” has no computed column #{value}.', { name, value: column + 1 }),
      phrase('Choose a column that was computed from another.'),
    )
  const { columns } = file
  const { of } = profile.derived
  columns[column] = { ...profile, use: false, derived: { ...profile.derived, removed: true } }
  if (columns[of].reason === usedAs(profile)) columns[of] = { ...columns[of], use: true, reason: '' }
}

/** The computed columns of a file as they are kept for the next time, by the names of their sources. */
export function derivedChoices({ file }: Dataset): DerivedChoices {
  return file.columns.flatMap(({ derived }) =>
    derived === undefined || derived.removed
      ? []
      : [{ column: file.columns[derived.of].name, transform: derived.transform }],
  )
}

/** Computes again what was computed the last time, where the file still has a column for it. */
export async function restoreDerived(pool: Pool, dataset: Dataset, choices: DerivedChoices): Promise<void> {
  for (const { column, transform } of choices) {
    const source = dataset.file.columns.find(({ name, min }) => name === column && min !== null && min > 0)
    if (source !== undefined) await addDerived(pool, dataset, source.index, transform)
  }
}

/** Computes columns anew, each at the place it had. */
export async function replayDerived(
  pool: Pool,
  dataset: Dataset,
  derived: readonly Derived[],
): Promise<void> {
  const { columns } = dataset.file
  for (const { of, transform, removed } of derived) {
    if (typeof columns[of]?.min !== 'number') continue
    const at = await addDerived(pool, dataset, of, transform)
    if (removed) removeDerived(dataset, at)
  }
}

function findDerived({ file }: Dataset, of: number, transform: Transform): ColumnProfile | undefined {
  return file.columns.find(({ derived }) => derived?.of === of && derived.transform === transform)
}

function bringBack(dataset: Dataset, profile: ColumnProfile): number {
  const { columns } = dataset.file
  const { derived } = profile
  if (derived?.removed === true) {
    columns[profile.index] = {
      ...profile,
      use: profile.reason === '',
      derived: { ...derived, removed: false },
    }
    replaceSource(dataset, columns[profile.index])
  }
  return profile.index
}

/** What is used in a column's place by default. */
function replaceSource({ file: { columns } }: Dataset, profile: ColumnProfile): void {
  const source = columns[profile.derived?.of ?? profile.index]
  if (source.use && profile.use) columns[source.index] = { ...source, use: false, reason: usedAs(profile) }
}

const usedAs = ({ name }: ColumnProfile) => `used as ${name}`
