import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { EngineError } from '../contract/errors.ts'
import { phrase } from '../contract/words/say.ts'
import { Preferences, USUAL } from '../contract/preferences.ts'
import { makeFolder, writeTarget } from './export/target.ts'

const NAME = 'preferences.json'

/** The file of preferences (`basin.preferences`). */
const File = v.object({
  format: v.literal('basin.preferences'),
  version: v.literal(1),
  preferences: Preferences,
})

/** What a person prefers, from one start of Basin to the next, and in every window. */
export interface KeptPreferences {
  /** As they were read or kept last. */
  readonly now: Preferences
  /**
   * As the file has them: another engine may have written it. The usual ones where it is missing or damaged; those kept last where
   * they could not be written.
   */
  read(): Promise<Preferences>
  /** They hold at once; rejects with `target-unwritable` where they cannot be kept. */
  keep(preferences: Preferences): Promise<void>
}

/** Kept in a folder; without one, until the engine ends. */
export function createPreferences(folder: string | undefined): KeptPreferences {
  const place = folder === undefined ? null : join(folder, NAME)
  let now: Preferences = USUAL
  let last: Promise<unknown> = Promise.resolve()
  let turn = 0
  let unwritten = false

  async function write(preferences: Preferences, path: string): Promise<void> {
    await makeFolder(dirname(path))
    const text = JSON.stringify({ format: 'basin.preferences', version: 1, preferences })
    await writeTarget(path, (handle) => handle.writeFile(text))
  }

  return {
    get now() {
      return now
    },
    async read() {
      await last
      if (place === null || unwritten) return now
      const begun = turn
      const found = await readFrom(place, now)
      if (turn === begun) now = found
      return now
    },
    keep(preferences) {
      now = preferences
      turn++
      if (place === null) return Promise.resolve()
      const mine = last.then(() => write(preferences, place))
      last = mine.then(
        () => (unwritten = false),
        () => (unwritten = true),
      )
      return mine.catch((thrown: unknown) => {
        throw unwritable(thrown)
      })
    },
  }
}

/** `before` where there is no file. */
async function readFrom(place: string, before: Preferences): Promise<Preferences> {
  const text = await readFile(place, 'utf8').catch(() => null)
  if (text === null) return before
  try {
    return v.parse(File, JSON.parse(text)).preferences
  } catch {
    return USUAL
  }
}

function unwritable(thrown: unknown): EngineError {
  const { message, said } = EngineError.from(thrown)
  return new EngineError(
    'target-unwritable',
    phrase('The preferences could not be kept: {why}', { why: said?.message ?? message }),
    phrase('They hold until Basin is closed; they have to be chosen again the next time.'),
  )
}
