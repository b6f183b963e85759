import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { MemoryMoment } from './hundred-fits.ts'
import type { Part } from './part.ts'

const FITS = 100
const ROWS = 5_000
/** What the heap and arrays of the tenth fit and of the last may be apart, in megabytes. */
const MOST_GROWTH = 16

export const memory: Part = {
  name: 'memory',
  title: 'Memory over 100 fits',
  about: `${FITS} fits of ${ROWS.toLocaleString('en')} rows in one engine of two threads, each then asked all that the page asks of it: model, labels, certainty, diagnosis, merging, consensus, replay. The file is closed and opened again after every ten. Heap and arrays are read after a collection of garbage in the engine’s own thread, and may not grow by more than ${MOST_GROWTH} MB from the tenth fit to the last; the process as a whole (RSS, with its threads, whose garbage nobody asks them to collect) is shown beside them.`,
  async run(say) {
    const moments = await measured(say)
    const settled = moments.find(({ fits }) => fits >= 10)
    const last = moments.at(-1)
    if (settled === undefined || last === undefined)
      return { tables: [], failures: ['The engine ended early.'] }
    const grown = last.heap + last.arrays - settled.heap - settled.arrays
    const rows = moments.map(({ fits, rss, heap, arrays }) => [fits, rss, heap, arrays].map(String))
    return {
      tables: [
        {
          head: ['Fits', 'Process, MB', 'Heap, MB', 'Arrays, MB'],
          rows,
          note: 'The last line is after the file was closed.',
        },
      ],
      failures: grown > MOST_GROWTH ? [`Heap and arrays grew by ${grown} MB.`] : [],
    }
  },
}

async function measured(say: (line: string) => void): Promise<MemoryMoment[]> {
  const script = 'bench/reliability/hundred-fits.ts'
  const engine = spawn(process.execPath, ['--expose-gc', script, String(FITS), String(ROWS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const moments: MemoryMoment[] = []
  for await (const line of createInterface(engine.stdout)) {
    say(line)
    moments.push(JSON.parse(line) as MemoryMoment)
  }
  return moments
}
