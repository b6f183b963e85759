import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import * as v from 'valibot'
import { EngineError } from '../../contract/errors.ts'
import { issueText } from '../../contract/refusal.ts'
import { fileRefusal } from './file-refusal.ts'

const MOST_BYTES = 1 << 30

/** A JSON file checked by a schema. Throws EngineError with what is wrong in it. */
export async function readJson<T>(
  path: string,
  schema: v.GenericSchema<unknown, T>,
  what: string,
): Promise<T> {
  const checked = v.safeParse(schema, parse(await readText(path), path))
  if (checked.success) return checked.output
  throw new EngineError(
    'invalid-input',
    `“${basename(path)}” is not ${what}: ${issueText(checked.issues)}.`,
    'Mend it or name another file.',
  )
}

async function readText(path: string): Promise<string> {
  const name = basename(path)
  try {
    const { size } = await stat(path)
    if (size > MOST_BYTES)
      throw new EngineError('too-large', `“${name}” is larger than 1 GB.`, 'Name another file.')
    return await readFile(path, 'utf8')
  } catch (thrown) {
    throw fileRefusal(thrown, path)
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown)
    throw new EngineError(
      'file-unreadable',
      `“${basename(path)}” is not JSON: ${why}.`,
      'Mend it or name another file.',
    )
  }
}
