// Memory of an engine with its threads over many fits, each looked at as the page looks at it. Prints one JSON line per moment.
// npx node --expose-gc bench/reliability/hundred-fits.ts [fits, default 100] [rows, default 50,000]
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBench, settingsOf, type Bench } from '../../engine/fixtures/bench.ts'
import { overlappingText } from './overlapping-text.ts'

const [fits = 100, rows = 50_000] = process.argv.slice(2).map(Number)
/** The file is closed and opened again after so many fits. */
const REOPENED_EVERY = 10
const LIMIT = 20_000

export interface MemoryMoment {
  fits: number
  /** Megabytes of the process, of its JavaScript heap and of what arrays hold beside it, after a collection. */
  rss: number
  heap: number
  arrays: number
}

const bench = await openBench(2)
const path = join(bench.folder, 'rows.csv')
writeFileSync(path, overlappingText(rows))
const { grant } = bench.grants.addFile(path)
let dataset = ''
for (let i = 0; i < fits; i++) {
  if (i % REOPENED_EVERY === 0) {
    if (dataset !== '') await bench.engine.close({ dataset })
    dataset = (await bench.engine.open({ source: { grant } })).dataset
  }
  await look(bench, dataset, i)
  if (i % 10 === 9 || i === 0) say(i + 1)
}
await bench.engine.close({ dataset })
say(fits)
await bench.close()

/** What the page asks of a fit. */
async function look({ engine }: Bench, dataset: string, seed: number): Promise<void> {
  const settings = settingsOf({
    columns: [0, 1, 2, 3],
    components: { from: 2, to: 3 },
    restarts: 10,
    seed,
    maxIterations: 50,
    refinements: 2,
  })
  const { fit, best, solutions } = await engine.fit({ dataset, settings }, { onProgress: () => undefined })
  const restart = solutions.find(({ id }) => id === best)?.restarts[0]
  if (restart === undefined) throw new Error('The fit has no solution.')
  const of = { fit, restart }
  await engine.model(of)
  await engine.labels({ ...of, limit: LIMIT })
  await engine.certainty(of)
  await engine.diagnose(of)
  await engine.merge(of)
  await engine.labels({ ...of, limit: LIMIT, merged: 2 })
  await engine.agreement({ ...of, gap: 10, limit: LIMIT })
  await engine.replay(of)
}

function say(done: number): void {
  globalThis.gc?.()
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage()
  const [mb, heap, arrays] = [rss, heapUsed, arrayBuffers].map((bytes) => Math.round(bytes / 2 ** 20))
  const moment: MemoryMoment = { fits: done, rss: mb, heap, arrays }
  process.stdout.write(`${JSON.stringify(moment)}\n`)
}
