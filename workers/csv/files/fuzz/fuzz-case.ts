import { writeFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { EngineError } from '../../../../contract/errors.ts'
import { createRandom } from '../../../../core/random/random.ts'
import { CASES } from '../cases.ts'
import type { CsvFile } from '../csv-file.ts'
import { withOpened } from '../with-opened.ts'
import { pick } from '../generated/random-table.ts'
import { faultOf } from './faults.ts'
import { mutate } from './mutate.ts'

export interface FuzzOutcome {
  kind: 'opened' | 'refused' | 'failed'
  problem: string
  /** The file it was made from. */
  from: string
  seconds: number
}

/** Longer ones would only make the run slower. */
const MOST_BYTES = 20_000

interface Seedling {
  name: string
  bytes: Buffer
  choice: CsvFile['choice']
}

const SEEDLINGS: readonly Seedling[] = CASES.flatMap(({ name, content, choice }) => {
  if (typeof content === 'symbol' || content.length > MOST_BYTES) return []
  return [{ name, bytes: Buffer.from(content as string), choice }]
})

/** One file of the test set with some of its bytes changed, imported and held against its own text. */
export async function fuzzCase(seed: number, path: string): Promise<FuzzOutcome> {
  const random = createRandom(seed)
  const { name, bytes, choice } = pick(random, SEEDLINGS)
  writeFileSync(path, mutate(random, bytes, pick(random, SEEDLINGS).bytes))
  const dialect = random.next() < 0.5 ? (choice ?? {}) : {}
  const start = performance.now()
  const outcome = (kind: FuzzOutcome['kind'], problem = ''): FuzzOutcome => ({
    kind,
    problem,
    from: name,
    seconds: (performance.now() - start) / 1000,
  })
  try {
    const fault = await withOpened(path, dialect, faultOf, 64 + 2 * random.below(400))
    return fault === null ? outcome('opened') : outcome('failed', fault)
  } catch (thrown) {
    if (thrown instanceof EngineError && thrown.code !== 'internal') return outcome('refused')
    return outcome('failed', thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))
  }
}
