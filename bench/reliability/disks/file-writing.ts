import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from '../../../engine/fixtures/bench.ts'
import { nameOf, WRITERS, type Work } from '../../../engine/fixtures/writers.ts'
import type { DiskFault } from './disk-faults.ts'
import { endingOf, faultsOf, namesIn, saidBy, strikeAsWritten, type Trial } from './trial.ts'

const BEFORE = 'before'

/** Bytes of each file, written with nothing in the way. */
export async function sizesOf(work: Work): Promise<Map<string, number>> {
  const sizes = new Map<string, number>()
  for (const [writer, write] of Object.entries(WRITERS)) {
    const { target, path } = work.bench.target(nameOf(writer))
    await write(work, target)
    sizes.set(writer, statSync(path).size)
  }
  return sizes
}

/** Writes over a file on a disk that is struck; null where it had been written before it could be. */
export async function writeFile(
  fault: DiskFault,
  writer: string,
  work: Work,
  size: number,
): Promise<Trial | null> {
  const { bench } = work
  const write = WRITERS[writer]
  const struck = fault.make(size)
  try {
    const path = join(struck.folder, nameOf(writer))
    writeFileSync(path, BEFORE)
    if (fault.midway !== true) await struck.strike()
    const writing = endingOf(write(work, bench.grants.addTarget(path).target))
    if (fault.midway === true && !(await strikeAsWritten(writing, struck.folder, struck.strike))) return null
    const { error } = await writing
    const failures = error === null ? ['it is said to be written'] : faultsOf(error, ['target-unwritable'])
    await struck.lift?.()
    if (struck.lift !== null) failures.push(...leftIn(struck.folder, path))
    failures.push(...(await staysOpen(work)))
    const again = struck.lift === null ? bench.target(nameOf(writer)).path : path
    const { error: once } = await endingOf(write(work, bench.grants.addTarget(again).target))
    if (once !== null) failures.push(`afterwards it is refused: ${once.message}`)
    else if (!isSize(statSync(again).size, size)) failures.push('afterwards it is not whole')
    const lost = struck.lift === null ? 'what lay on the drive' : 'nothing'
    return { fault: fault.name, what: writer, failures, lost, said: error === null ? '' : saidBy(error) }
  } finally {
    struck.remove()
  }
}

/** Times of day that stand in some of them are of one length, and what is packed may differ by them. */
const isSize = (size: number, wanted: number) => Math.abs(size - wanted) <= 64

function leftIn(folder: string, path: string): string[] {
  const names = namesIn(folder).filter((name) => join(folder, name) !== path && name !== 'filler')
  const failures = names.map((name) => `${name} is left`)
  if (!existsSync(path) || readFileSync(path, 'utf8') !== BEFORE) failures.push('what was there is gone')
  return failures
}

/** What was open can still be looked at. */
export async function staysOpen({ bench, fit, restart, data }: StaysOpen): Promise<string[]> {
  const asked = { fit: fit.fit, restart, limit: 100 }
  const ended = await endingOf(bench.engine.labels(asked))
  if (ended.error !== null) return [`what was open cannot be looked at: ${ended.error.message}`]
  return ended.value.labels.length === Math.min(100, data.rows) ? [] : ['what was open lacks rows']
}
type StaysOpen = Pick<Work, 'fit' | 'restart' | 'data'> & { bench: Pick<Bench, 'engine'> }
