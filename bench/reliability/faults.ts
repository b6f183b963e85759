import { FAULTS, MOMENTS, survive } from './fault.ts'
import type { Part } from './part.ts'

/** Ends parts of the program at each of twenty moments of a session of work. */
export const faults: Part = {
  name: 'faults',
  title: 'Parts of the program end',
  about: `A session of work in ten steps, by a script in place of the page, with the engine in a process of its own; at a moment within each step and one after it, a part of the
program ends without a word. Then it is opened again. It is survived where a sentence says what happened, everything that was confirmed to be kept
comes back, every file is whole or absent, no half-written file is left, and a new fit runs. Restarts are lost that had ended and were not kept yet:
they run again from the same seeds. Where threads end the engine lives on, and none are counted.`,
  async run(say) {
    const kinds = Object.keys(FAULTS) as (keyof typeof FAULTS)[]
    const failures: string[] = []
    const rows: string[][] = []
    const tally = kinds.map(() => ({ tried: 0, survived: 0, lost: 0, said: new Set<string>() }))
    for (const moment of MOMENTS) {
      const cells = [moment.name]
      const aftermaths = await Promise.all(kinds.map((fault) => survive(fault, moment)))
      for (const [at, fault] of kinds.entries()) {
        const after = aftermaths[at]
        const held = after.failures.length === 0
        const count = tally[at]
        count.tried++
        count.survived += Number(held)
        count.lost = Math.max(count.lost, after.lost)
        if (after.said !== '') count.said.add(after.said)
        failures.push(...after.failures.map((what) => `${FAULTS[fault]} ${moment.name}: ${what}`))
        cells.push(held ? (after.lost === 0 ? 'held' : `held, ${after.lost} restarts lost`) : 'not')
      }
      say(cells.join(' · '))
      rows.push(cells)
    }
    const totals = kinds.map((fault, at) => {
      const { tried, survived, lost, said } = tally[at]
      return [
        FAULTS[fault],
        String(tried),
        String(survived),
        String(lost),
        [...said].join(' / ') || '(goes on)',
      ]
    })
    return {
      failures,
      tables: [
        {
          head: ['What ends', 'tried', 'survived', 'most restarts lost', 'what is said of work under way'],
          rows: totals,
        },
        { head: ['Moment', ...kinds.map((fault) => FAULTS[fault])], rows },
      ],
    }
  },
}
