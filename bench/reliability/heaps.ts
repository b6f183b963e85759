import { HEAPS, MOMENTS, survive, type Fault } from './fault.ts'
import type { Part } from './part.ts'
import { HEAP } from './process.ts'

const TIMES = 3

/** Has a heap run full in the midst of a fit. */
export const heaps: Part = {
  name: 'heaps',
  title: 'Memory runs out in a fit',
  about: `The same session of work, with ${HEAP} MB of JavaScript heap for the engine and for each of its threads (\`--max-old-space-size\`, \`resourceLimits\`). In the midst of the arithmetic one of them holds more and more until its heap is full; ${TIMES} times at each moment. It is survived where the engine’s end is said, a thread’s end costs no more than the restart in it, which says why, and all else holds that is asked for above.`,
  async run(say) {
    const failures: string[] = []
    const rows: string[][] = []
    for (const fault of Object.keys(HEAPS) as (Fault & keyof typeof HEAPS)[])
      for (const moment of MOMENTS.filter(({ within, name }) => within && / run/.test(name))) {
        const said = new Set<string>()
        let [survived, lost] = [0, 0]
        for (let time = 0; time < TIMES; time++) {
          const after = await survive(fault, moment)
          survived += Number(after.failures.length === 0)
          lost = Math.max(lost, after.lost)
          said.add(after.said)
          failures.push(...after.failures.map((what) => `${HEAPS[fault]} ${moment.name}: ${what}`))
        }
        const row = [HEAPS[fault], moment.name, TIMES, survived, lost, [...said].join(' / ')].map(String)
        say(row.join(' · '))
        rows.push(row)
      }
    const head = ['What happens', 'Moment', 'tried', 'survived', 'most restarts lost', 'what is said']
    return { failures, tables: [{ head, rows }] }
  },
}
