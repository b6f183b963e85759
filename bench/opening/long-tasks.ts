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
export const TRACED = [
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
  args: {
    name?: string
    data?: { url?: string; functionName?: string; lineNumber?: number; columnNumber?: number }
  }
}

const SHORTEST = 10
const MOST_PARTS = 6

/** The longest tasks of the main thread in a trace of Chromium, the longest first. */
export function longTasks(trace: string): LongTask[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] }
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const events = traceEvents.filter(({ ph, pid, tid }) => ph === 'X' && mains.has(`${pid} ${tid}`))
  const tasks = events.filter(({ name, dur = 0 }) => name === 'RunTask' && dur >= SHORTEST * 1000)
  const began = Math.min(...events.map(({ ts }) => ts))
  return tasks
    .map((task) => ({
      at: (task.ts - began) / 1000,
      clock: (task.dur ?? 0) / 1000,
      processor: (task.tdur ?? 0) / 1000,
      parts: partsOf(task, events),
    }))
    .sort((a, b) => b.processor - a.processor)
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
