import { Buffer } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import * as v from 'valibot'
import { EngineError } from '../../contract/errors.ts'
import { issueText } from '../../contract/refusal.ts'
import { fileRefusal } from './file-refusal.ts'

/** Less than the longest text that there can be. */
const MOST_BYTES = 500_000_000

/** A JSON file checked by a schema. Throws EngineError with what is wrong in it. */
export async function readJson<T>(
  path: string,
  schema: v.GenericSchema<unknown, T>,
  what: string,
  mostBytes = MOST_BYTES,
): Promise<T> {
  const checked = v.safeParse(schema, parse(await readText(path, mostBytes), path))
  if (checked.success) return checked.output
  throw new EngineError(
    'invalid-input',
    `“${basename(path)}” is not ${what}: ${issueText(checked.issues)}.`,
    'Mend it or name another file.',
  )
}

async function readText(path: string, mostBytes: number): Promise<string> {
  const name = basename(path)
  const pieces: Buffer[] = []
  let bytes = 0
  try {
    // Counted as they come: a pipe or a device does not say how much there will be.
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      bytes += piece.length
      if (bytes > mostBytes)
        throw new EngineError(
          'too-large',
          `“${name}” is larger than ${mostBytes / 1e6} MB.`,
          'Name another file.',
        )
      pieces.push(piece)
    }
    return Buffer.concat(pieces).toString('utf8')
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
