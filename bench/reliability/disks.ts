import { openBench, type Bench } from '../../engine/fixtures/bench.ts'
import { rowsOfText, work, WRITERS } from '../../engine/fixtures/writers.ts'
import { DISK_FAULTS, type DiskFault } from './disks/disk-faults.ts'
import { sizesOf, writeFile } from './disks/file-writing.ts'
import { READERS } from './disks/readers.ts'
import { readStruck, undisturbed } from './disks/reading.ts'
import { READING_FAULTS } from './disks/reading-faults.ts'
import { keepSettings } from './disks/settings-writing.ts'
import type { Trial } from './disks/trial.ts'
import type { Part, Table } from './part.ts'

/** Of the table that files are written of. */
const ROWS = 30_000

/** Has disks fail as files are written to them and read from them. */
export const disks: Part = {
  name: 'disks',
  title: 'Disks fail',
  about: `Real filesystems of our own (tmpfs, and ext4 on a loop device whose own store is too small or cut off): only root may mount them, elsewhere this says so and is left out. Every file that
Basin writes is written over another of its name; and files are struck before they are read, in the midst of it, or as something is being written from them. It is survived where it is refused in
words or right to the last byte, what was there before is still there, no half-written file is left, what is open stays open, and the same can be written afterwards: in its place, or elsewhere
where its drive is gone.`,
  async run(say) {
    const trials: { written: Trial[]; read: Trial[] } = { written: [], read: [] }
    const left: string[] = []
    const possible = <Fault extends { name: string; whyNot: string | null }>(faults: readonly Fault[]) =>
      faults.filter(({ name, whyNot }) => {
        if (whyNot !== null) left.push(`${name}: ${whyNot}`)
        return whyNot === null
      })
    const tell = (into: Trial[], ...made: Trial[]) => {
      into.push(...made)
      for (const { fault, what, failures, said } of made)
        say([fault, what, failures.length === 0 ? 'held' : failures.join('; '), said].join(' · '))
    }
    for (const fault of possible(DISK_FAULTS)) {
      tell(trials.written, ...(await writeAll(fault)))
      if (fault.midway !== true && fault.spares === undefined)
        tell(trials.written, ...(await keepSettings(fault)))
    }
    await withBench(async (bench) => {
      for (const reader of READERS) {
        const wanted = await undisturbed(reader, bench)
        for (const fault of possible(READING_FAULTS)) {
          const trial = await readStruck(fault, reader, bench, wanted)
          if (trial === null) left.push(`${fault.name}, ${reader.name}: it was read before that`)
          else tell(trials.read, trial)
        }
      }
    })
    const all = [...trials.written, ...trials.read]
    return {
      failures: all.flatMap(({ fault, what, failures }) =>
        failures.map((one) => `${fault}, ${what}: ${one}`),
      ),
      tables: [
        tableOf('What happens', 'To what is written', trials.written),
        { ...tableOf('What happens', 'To what is read', trials.read), ...noteOf(left) },
      ],
    }
  },
}

async function withBench<T>(use: (bench: Bench) => Promise<T>): Promise<T> {
  const bench = await openBench(1)
  try {
    return await use(bench)
  } finally {
    await bench.close()
  }
}

const writeAll = (fault: DiskFault): Promise<Trial[]> =>
  withBench(async (bench) => {
    const now = await work(bench, await bench.openText('data.csv', rowsOfText(ROWS)))
    const sizes = await sizesOf(now)
    const trials: (Trial | null)[] = []
    for (const writer of Object.keys(WRITERS)) {
      const size = sizes.get(writer) ?? 0
      if (size > (fault.spares ?? 0)) trials.push(await writeFile(fault, writer, now, size))
    }
    return trials.filter((trial) => trial !== null)
  })

/** Trials of one fault that ended alike are one row. */
function tableOf(fault: string, what: string, trials: readonly Trial[]): Table {
  const alike = new Map<string, Trial[]>()
  for (const trial of trials) {
    const key = [trial.fault, trial.lost, trial.said].join('\n')
    alike.set(key, [...(alike.get(key) ?? []), trial])
  }
  const rows = [...alike.values()].map((group) => [
    group[0].fault,
    group.map((trial) => trial.what).join(', '),
    String(group.length),
    String(group.filter(({ failures }) => failures.length === 0).length),
    group[0].lost,
    group[0].said,
  ])
  return { head: [fault, what, 'tried', 'survived', 'lost', 'what is said'], rows }
}

const noteOf = (left: readonly string[]) =>
  left.length === 0 ? {} : { note: `Not tried: ${[...new Set(left)].join('; ')}.` }
