import type { Page } from '@playwright/test'

/** One task of the page's main thread. Milliseconds. */
export interface LongTask {
  /** Since the first. */
  at: number
  clock: number
  processor: number
  /** What took most of it, as "FunctionCall index.js:12 34". */
  parts: string[]
}

/** The categories of events that `longTasks` reads. */
const TRACED = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8',
  'blink.user_timing',
] as const

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  tdur?: number
  args: { name?: string; data?: EventData }
}

interface EventData {
  url?: string
  functionName?: string
  lineNumber?: number
  columnNumber?: number
  /** Of a frame that was committed. */
  processId?: number
  frames?: readonly { processId?: number }[]
}

const SHORTEST = 10
const MOST_PARTS = 6

/** The longest tasks of the page's main thread while something is done with it, by processor time, the longest first. */
export async function traceTasks(page: Page, act: () => Promise<unknown>): Promise<LongTask[]> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('The page has no browser.')
  await browser.startTracing(page, { categories: [...TRACED] })
  await act()
  return longTasks((await browser.stopTracing()).toString())
}

/** Each on a line: when, how long by the clock and, in brackets, of processor time, and what it did. */
export const sayTasks = (tasks: readonly LongTask[]): string =>
  tasks
    .map(({ at, clock, processor, parts }) => {
      const [when, long, worked] = [at, clock, processor].map((ms) => ms.toFixed(0))
      return `  at ${when} ms: ${long} (${worked}): ${parts.join(', ')}\n`
    })
    .join('')

function longTasks(trace: string): LongTask[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] }
  const pages = processesOfPage(traceEvents)
  const mains = new Set(
    traceEvents
      .filter(
        ({ name, args, pid }) => name === 'thread_name' && args.name === 'CrRendererMain' && pages.has(pid),
      )
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const events = traceEvents.filter(({ ph, pid, tid }) => ph === 'X' && mains.has(`${pid} ${tid}`))
  const tasks = events.filter(({ name, dur = 0 }) => name === 'RunTask' && dur >= SHORTEST * 1000)
  const began = events.reduce((first, { ts }) => Math.min(first, ts), Infinity)
  return tasks
    .map((task) => ({
      at: (task.ts - began) / 1000,
      clock: (task.dur ?? 0) / 1000,
      processor: (task.tdur ?? 0) / 1000,
      parts: partsOf(task, events),
    }))
    .sort((a, b) => b.processor - a.processor)
}

/** The browser draws parts of its own window in pages too, which start with it and take their time. */
function processesOfPage(events: readonly TraceEvent[]): Set<number> {
  const ids = events
    .filter(({ name }) => name === 'TracingStartedInBrowser' || name === 'FrameCommittedInBrowser')
    .flatMap(({ args: { data } }) => [data, ...(data?.frames ?? [])])
    .map((of) => of?.processId)
  return new Set(ids.filter((id) => id !== undefined))
}

function partsOf(task: TraceEvent, events: readonly TraceEvent[]): string[] {
  const end = task.ts + (task.dur ?? 0)
  return events
    .filter((event) => event !== task && event.tid === task.tid && event.pid === task.pid)
    .filter(({ name, ts, dur = 0 }) => name !== 'RunTask' && ts >= task.ts && ts + dur <= end)
    .sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0))
    .slice(0, MOST_PARTS)
    .map(({ name, tdur = 0, args: { data } }) => {
      const place =
        data?.url === undefined
          ? ''
          : ` ${data.functionName ?? ''} ${data.url.split('/').at(-1)}:${data.lineNumber}:${data.columnNumber}`
      return `${name}${place} ${(tdur / 1000).toFixed(0)}`
    })
}
