import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { EngineError } from '../contract/errors.ts'
import { phrase } from '../contract/words/say.ts'
import type { SampleView } from '../contract/views.ts'

/** The CSVs that come with Basin. */
export interface Samples {
  list(): Promise<SampleView[]>
  /** Path of a sample; throws `unknown-id`. */
  path(id: string): Promise<string>
}

const text = v.pipe(v.string(), v.minLength(1))
const List = v.array(
  v.object({
    id: text,
    file: v.pipe(text, v.regex(/^[\w.-]+$/)),
    title: text,
    description: text,
    rows: v.number(),
    columns: v.number(),
  }),
)

/** Reads `samples.json` of the folder once, when it is first needed. */
export function createSamples(folder: string): Samples {
  let reading: Promise<SampleView[]> | null = null
  const list = () => (reading ??= readList(folder))
  return {
    list,
    async path(id) {
      const sample = (await list()).find((one) => one.id === id)
      if (sample !== undefined) return join(folder, sample.file)
      throw new EngineError(
        'unknown-id',
        phrase('There is no sample called “{id}”.', { id }),
        phrase('Choose one of the samples listed.'),
      )
    },
  }
}

async function readList(folder: string): Promise<SampleView[]> {
  try {
    return v.parse(List, JSON.parse(await readFile(join(folder, 'samples.json'), 'utf8')))
  } catch {
    throw new EngineError(
      'file-missing',
      phrase('The samples that come with Basin are not where they should be.'),
      phrase('Install Basin again, or open a CSV of your own.'),
    )
  }
}
