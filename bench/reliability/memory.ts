import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { MemoryMoment } from './hundred-fits.ts'
import type { Part } from './part.ts'

/** Small heaps are collected often, so that what is not held any more does not hide what is. */
const SMALL_HEAPS = ['--max-old-space-size=64', '--max-semi-space-size=2', '--optimize-for-size']
const SETTLED = 100
const FITS = SETTLED + 100
const ROWS = 5_000
/** What 100 fits may add, in megabytes: to the heap and arrays of the engine's own thread, and to the process. */
const MOST = { own: 16, process: 16 }

export const memory: Part = {
  name: 'memory',
  title: 'Memory over 100 fits',
  about: `${FITS} fits of ${ROWS.toLocaleString('en')} rows in one engine of two threads, each then asked all that the page asks of it: model, labels, certainty, diagnosis, merging, consensus, replay. The file is closed and opened again after every ten. Heap and arrays are of the engine’s own thread after a collection of garbage; the process is all of it (RSS), with its threads. All heaps are kept small (\`${SMALL_HEAPS.join(' ')}\`): in those of ordinary size garbage waits so long to be collected that the process grows for hundreds of fits. After the first ${SETTLED} fits ${FITS - SETTLED} more may add ${MOST.own} MB to heap and arrays, and ${MOST.process} MB to the process.`,
  async run(say) {
    const moments = await measured(say)
    const settled = moments.find(({ fits }) => fits >= SETTLED)
    const last = moments.at(-1)
    if (settled === undefined || last === undefined)
      return { tables: [], failures: ['The engine ended early.'] }
    const own = last.heap + last.arrays - settled.heap - settled.arrays
    const whole = last.rss - settled.rss
    const grew = own > MOST.own || whole > MOST.process
    const rows = moments.map(({ fits, rss, heap, arrays }) => [fits, rss, heap, arrays].map(String))
    return {
      tables: [
        {
          head: ['Fits', 'Process, MB', 'Heap, MB', 'Arrays, MB'],
          rows,
          note: `The last line is after the file was closed. Over the last 100 fits heap and arrays changed by ${own} MB, the process by ${whole} MB.`,
        },
      ],
      failures: grew ? [`Heap and arrays grew by ${own} MB, the process by ${whole} MB.`] : [],
    }
  },
}

async function measured(say: (line: string) => void): Promise<MemoryMoment[]> {
  const script = 'bench/reliability/hundred-fits.ts'
  const engine = spawn(
    process.execPath,
    ['--expose-gc', ...SMALL_HEAPS, script, String(FITS), String(ROWS)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const moments: MemoryMoment[] = []
  for await (const line of createInterface(engine.stdout)) {
    say(line)
    moments.push(JSON.parse(line) as MemoryMoment)
  }
  return moments
}
