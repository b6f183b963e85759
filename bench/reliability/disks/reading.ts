import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench } from '../../../engine/fixtures/bench.ts'
import { staysOpen } from './file-writing.ts'
import type { Reader, Ready } from './readers.ts'
import type { ReadFrom, ReadingFault } from './reading-faults.ts'
import { endingOf, faultsOf, partsIn, saidBy, strikeAsWritten, type Ending, type Trial } from './trial.ts'

const REFUSALS = [
  'file-missing',
  'file-unreadable',
  'file-changed',
  'session-unreadable',
  'session-data-missing',
  'session-data-changed',
]

/** What it gives where nothing is in the way. */
export async function undisturbed(reader: Reader, bench: Bench): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'basin-well-'))
  try {
    const ready = await reader.ready(bench, folder)
    const read = await ready.read(() => undefined)
    await letGo(ready, bench)
    return read
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Reads a file that is struck; null where it had been read before it could be. */
export async function readStruck(
  fault: ReadingFault,
  reader: Reader,
  bench: Bench,
  wanted: string,
): Promise<Trial | null> {
  const place = fault.make()
  try {
    const ready = await reader.ready(bench, place.folder)
    const ended = await strikeAt(reader.moment, ready, place, bench.folder)
    if (ended === null) return null
    const failures = ended.error === null ? [] : faultsOf(ended.error, REFUSALS)
    if (ended.error === null && ended.value !== wanted)
      failures.push('what was read is wrong, and nothing said so')
    if (partsIn(bench.folder).length > 0) failures.push('half a file is left')
    if (ended.error !== null && ready.target !== null && existsSync(ready.target))
      failures.push('a file is there that is said not to be')
    if (ready.open !== null) failures.push(...(await staysOpen(ready.open)))
    await letGo(ready, bench)
    const said = ended.error === null ? '(nothing: it is read whole)' : saidBy(ended.error)
    return { fault: fault.name, what: reader.name, failures, lost: 'nothing', said }
  } finally {
    place.remove()
  }
}

async function strikeAt(
  moment: Reader['moment'],
  { path, read }: Ready,
  place: ReadFrom,
  written: string,
): Promise<Ending<string> | null> {
  const strike = async () => place.strike(path)
  if (moment === 'before') {
    await strike()
    return await endingOf(read(() => undefined))
  }
  if (moment === 'writing') {
    const reading = endingOf(read(() => undefined))
    return (await strikeAsWritten(reading, written, strike)) ? await reading : null
  }
  const striking: Promise<void>[] = []
  const ended = await endingOf(read(() => void (striking.length === 0 && striking.push(strike()))))
  await Promise.all(striking)
  return striking.length === 0 ? null : ended
}

async function letGo({ open }: Ready, bench: Bench): Promise<void> {
  if (open !== null) await bench.engine.close({ dataset: open.data.dataset })
}
