/** The state of each part, by the part's name. */
export type Snapshot = Readonly<Record<string, unknown>>

/** One choice: the parts it changed, before and after it. */
export interface Step {
  readonly before: Snapshot
  readonly after: Snapshot
  /** What was chosen: “name of cluster 2”. */
  readonly words: string
  /** Steps of one thread that follow each other at once are one step: letters of a word. Null: of none. */
  readonly thread: string | null
  /** In milliseconds. */
  readonly at: number
}

/** What was done, the last at the end, and what was undone of it, the last undone at the end. */
export interface Past {
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
}

export const NO_PAST: Past = { done: [], undone: [] }

/** Steps kept. */
const MOST = 100
/** Steps of one thread with less than so many milliseconds between them are one. */
const PAUSE = 1_500

/** With one more step; what was undone before is gone. `isSame` says whether the states of parts are the same. */
export function recorded(
  { done }: Past,
  step: Step,
  isSame: (part: string, a: unknown, b: unknown) => boolean,
): Past {
  const last = done.at(-1)
  if (last === undefined || !belongsTo(last, step)) return { done: [...done, step].slice(-MOST), undone: [] }
  const whole = {
    ...step,
    before: { ...step.before, ...last.before },
    after: { ...last.after, ...step.after },
  }
  const moved = Object.keys(whole.after).some((part) => !isSame(part, whole.before[part], whole.after[part]))
  return { done: moved ? [...done.slice(0, -1), whole] : done.slice(0, -1), undone: [] }
}

const belongsTo = (last: Step, step: Step): boolean =>
  step.thread !== null && step.thread === last.thread && step.at - last.at < PAUSE

/** With the last step undone; the same where there is none. */
export function undone({ done, undone: others }: Past): Past {
  const last = done.at(-1)
  return last === undefined
    ? { done, undone: others }
    : { done: done.slice(0, -1), undone: [...others, { ...last, thread: null }] }
}

/** With the step undone last done again; the same where there is none. */
export function redone({ done, undone: others }: Past): Past {
  const next = others.at(-1)
  return next === undefined
    ? { done, undone: others }
    : { done: [...done, next], undone: others.slice(0, -1) }
}

/** Without what is known of a part that has begun anew; steps that changed nothing else are gone. */
export function withoutPart({ done, undone: others }: Past, part: string): Past {
  const without = (steps: readonly Step[]) =>
    steps
      .map((step) => ({ ...step, before: omit(step.before, part), after: omit(step.after, part) }))
      .filter(({ after }) => Object.keys(after).length > 0)
  return { done: without(done), undone: without(others) }
}

const omit = (snapshot: Snapshot, part: string): Snapshot =>
  Object.fromEntries(Object.entries(snapshot).filter(([name]) => name !== part))
