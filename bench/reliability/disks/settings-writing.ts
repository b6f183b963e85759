import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openBench, type Bench } from '../../../engine/fixtures/bench.ts'
import { rowsOfText, work, type Work } from '../../../engine/fixtures/writers.ts'
import type { DiskFault } from './disk-faults.ts'
import { staysOpen } from './file-writing.ts'
import { endingOf, faultsOf, namesIn, saidBy, type Trial } from './trial.ts'

type State = 'older' | 'newer'

/** Something that is kept in the folder of settings: it has one of two states. */
interface KeptThing {
  keep(state: State): Promise<unknown>
  /** As another engine finds it; null where it is not there. */
  found(other: Bench): Promise<State | null>
  /** That it could not be kept is told. */
  told: boolean
}

function thingsOf({ bench, data, fit }: Work, window: string): Record<string, KeptThing> {
  const { engine } = bench
  const { dataset, dialect } = data
  const asked = { dataset, dialect: { delimiter: dialect.delimiter as ',' } }
  const file = (state: State) => bench.openText(`${state}.csv`, rowsOfText(50))
  return {
    'an autosave': {
      told: true,
      keep: (state) => engine.autosave({ window, dataset, fits: [fit.fit], view: { name: state } }),
      async found(other) {
        const [kept] = await other.engine.recoverable({ window })
        if (kept === undefined) return null
        return (await other.engine.openSession({ grant: kept.grant })).view['name'] as State
      },
    },
    preferences: {
      told: true,
      keep: async (state) =>
        engine.prefer({ ...(await engine.preferences({})), theme: state === 'older' ? 'dark' : 'light' }),
      async found(other) {
        const { theme } = await other.engine.preferences({})
        return theme === 'system' ? null : theme === 'dark' ? 'older' : 'newer'
      },
    },
    'choices about a file': {
      told: true,
      keep: (state) => engine.remember({ ...asked, roles: { 0: state === 'older' ? 'ignore' : 'keep' } }),
      async found(other) {
        const { remembered } = await other.openText('data.csv', rowsOfText(ROWS))
        const role = remembered?.roles[0]
        return role === undefined ? null : role === 'ignore' ? 'older' : 'newer'
      },
    },
    'recent files': {
      told: false,
      keep: file,
      async found(other) {
        const names = (await other.engine.recents({})).map(({ name }) => name)
        return names.includes('newer.csv') ? 'newer' : names.includes('older.csv') ? 'older' : null
      },
    },
  }
}

const ROWS = 200
const ROOM = 64_000

/** Keeps a newer state of each in a folder of settings whose disk is struck. */
export async function keepSettings(fault: DiskFault): Promise<Trial[]> {
  const struck = fault.make(ROOM)
  const choices = join(struck.folder, 'choices')
  mkdirSync(choices)
  const bench = await openBench(1, choices)
  try {
    const now = await work(bench, await bench.openText('data.csv', rowsOfText(ROWS)))
    const things = Object.entries(thingsOf(now, randomUUID()))
    for (const [, { keep }] of things) await keep('older')
    await struck.strike()
    const trials: Trial[] = []
    for (const [what, thing] of things) {
      const { error } = await endingOf(thing.keep('newer'))
      const failures = error === null ? [] : faultsOf(error, ['target-unwritable'])
      if ((error !== null) !== thing.told)
        failures.push(thing.told ? 'it is said to be kept' : `opening is refused: ${error?.message ?? ''}`)
      failures.push(...(await staysOpen(now)))
      const lost = struck.lift === null ? 'what lay on the drive' : 'nothing'
      const said = error === null ? '(nothing: the list stays as it was)' : saidBy(error)
      trials.push({ fault: fault.name, what, failures, lost, said })
    }
    if (struck.lift === null) return trials
    await struck.lift()
    await foundAgain(choices, things, 'older', trials)
    for (const [at, [, { keep }]] of things.entries()) {
      const { error } = await endingOf(keep('newer'))
      if (error !== null) trials[at].failures.push(`afterwards it is refused: ${error.message}`)
    }
    await foundAgain(choices, things, 'newer', trials)
    const halves = [choices, join(choices, 'autosave')]
      .flatMap(namesIn)
      .filter((name) => name.endsWith('.part'))
    for (const name of halves) trials[0].failures.push(`${name} is left`)
    return trials
  } finally {
    await bench.close()
    struck.remove()
  }
}

async function foundAgain(
  choices: string,
  things: [string, KeptThing][],
  wanted: State,
  trials: readonly Trial[],
): Promise<void> {
  const other = await openBench(1, choices)
  try {
    for (const [at, [, { found }]] of things.entries()) {
      const state = await found(other)
      if (state !== wanted)
        trials[at].failures.push(`what is found is ${state ?? 'nothing'}, not the ${wanted}`)
    }
  } finally {
    await other.close()
  }
}
