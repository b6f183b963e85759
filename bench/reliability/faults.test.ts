import { expect, test } from 'vitest'
import { MOMENTS, survive, type Fault } from './fault.ts'

/** The whole table is made by `npx node bench/reliability.ts faults`. */
const SOME: [Fault, string][] = [
  ['program', 'while a fit runs'],
  ['engine', 'while it is saved again over the last'],
  ['threadHeap', 'while a fit runs'],
  ['engineHeap', 'while a fit runs'],
]

test.each(SOME)(
  'what was confirmed to be kept comes back, and files are whole: %s, %s',
  async (fault, name) => {
    const moment = MOMENTS.find((one) => one.name === name)
    if (moment === undefined) throw new Error(`There is no moment “${name}”`)
    expect((await survive(fault, moment)).failures).toEqual([])
  },
)
