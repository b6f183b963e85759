import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import { EngineError } from '../contract/errors.ts'
import { phrase } from '../contract/words/say.ts'
import { DialectChoice, ROLES } from '../contract/schemas.ts'
import { TRANSFORMS } from '../contract/transforms.ts'
import type { Remembered } from '../contract/views.ts'
import { createKeptList } from './kept-list.ts'

const NAME = 'choices.json'
const HEAD_BYTES = 4096
const MOST_FILES = 200

const Entry = v.object({
  file: v.string(),
  dialect: DialectChoice,
  roles: v.record(v.pipe(v.string(), v.digits()), v.picklist(ROLES)),
  derived: v.optional(v.array(v.object({ column: v.string(), transform: v.picklist(TRANSFORMS) }))),
})
type Entry = v.InferOutput<typeof Entry>

/** What was chosen about files, from one start of Basin to the next. */
export interface RememberedChoices {
  /** Null where nothing is known about this file. */
  recall(path: string): Promise<Remembered | null>
  keep(path: string, choices: Remembered): Promise<void>
}

/** The file is `basin.choices`, the latest first; nothing is remembered without a folder. */
export function createRemembered(folder: string | undefined): RememberedChoices {
  if (folder === undefined) return { recall: () => Promise.resolve(null), keep: () => Promise.resolve() }
  const kept = createKeptList(join(folder, NAME), 'basin.choices', Entry, MOST_FILES)
  let last: Promise<unknown> = Promise.resolve()

  async function write(path: string, choices: Remembered): Promise<void> {
    const file = await keyOf(path)
    await kept.change((entries) => [
      { file, ...choicesOf(choices) },
      ...entries.filter((entry) => entry.file !== file),
    ])
  }

  return {
    async recall(path) {
      await last
      const key = await keyOf(path).catch(() => null)
      const found = (await kept.read()).find(({ file }) => file === key)
      return found === undefined ? null : choicesOf(found)
    },
    keep(path, choices) {
      const mine = last.then(() => write(path, choices))
      last = mine.catch(() => undefined)
      return mine.catch((thrown: unknown) => {
        throw unwritable(thrown)
      })
    },
  }
}

function choicesOf({ dialect, roles, derived = [] }: Remembered): Remembered {
  return { dialect, roles, ...(derived.length === 0 ? {} : { derived }) }
}

/** Of the file's name and how it begins, so that a copy in another folder is known again, and no content can be read from it. */
async function keyOf(path: string): Promise<string> {
  const handle = await open(path)
  try {
    const head = new Uint8Array(HEAD_BYTES)
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0)
    return createHash('sha256')
      .update(`${basename(path)}\0`)
      .update(head.subarray(0, bytesRead))
      .digest('hex')
  } finally {
    await handle.close()
  }
}

function unwritable(thrown: unknown): EngineError {
  const { message, said } = EngineError.from(thrown)
  return new EngineError(
    'target-unwritable',
    phrase('The choices about this file could not be kept: {why}', { why: said?.message ?? message }),
    phrase('The file is open as chosen; the choices have to be made again the next time.'),
  )
}
