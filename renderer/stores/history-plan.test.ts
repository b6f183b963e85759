import { describe, expect, it } from 'vitest'
import {
  NO_PAST,
  recorded,
  redone,
  undone,
  withoutPart,
  type Past,
  type Snapshot,
  type Step,
} from './history-plan.ts'

const isSame = (_: string, a: unknown, b: unknown) => a === b
const step = (part: string, before: unknown, after: unknown, rest: Partial<Step> = {}): Step => ({
  before: { [part]: before },
  after: { [part]: after },
  words: part,
  thread: null,
  at: 0,
  ...rest,
})

function numbersFrom(seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
}

describe('the history of choices', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'goes back to the beginning and on to the end, whatever was chosen (seed %i)',
    (seed) => {
      const random = numbersFrom(seed)
      const parts = ['columns', 'names', 'rows']
      let now: Snapshot = { columns: 0, names: 0, rows: 0 }
      const beginning = now
      let past: Past = NO_PAST
      let at = 0
      const go = (next: Past, steps: readonly Step[], side: 'before' | 'after') => {
        const moved = steps.at(-1)
        if (moved !== undefined) now = { ...now, ...moved[side] }
        past = next
      }
      for (let i = 0; i < 80; i++) {
        const dice = random()
        if (dice < 0.2) go(undone(past), past.done, 'before')
        else if (dice < 0.3) go(redone(past), past.undone, 'after')
        else {
          const changed = parts.filter(() => random() < 0.5)
          const after = Object.fromEntries(changed.map((part) => [part, Math.floor(random() * 4)]))
          const moved = changed.filter((part) => after[part] !== now[part])
          if (moved.length === 0) continue
          const pick = (from: Snapshot) => Object.fromEntries(moved.map((part) => [part, from[part]]))
          const thread = random() < 0.5 ? moved.join() : null
          at += random() * 3_000
          past = recorded(past, { before: pick(now), after: pick(after), words: '', thread, at }, isSame)
          now = { ...now, ...after }
        }
      }
      while (past.undone.length > 0) go(redone(past), past.undone, 'after')
      const end = now
      while (past.done.length > 0) go(undone(past), past.done, 'before')
      expect(now).toEqual(beginning)
      while (past.undone.length > 0) go(redone(past), past.undone, 'after')
      expect(now).toEqual(end)
    },
  )

  it('takes letters typed one after the other for one choice, and a pause for its end', () => {
    const typed = (before: string, after: string, at: number) =>
      step('settings', before, after, { thread: 'settings seed', at })
    let past = recorded(NO_PAST, typed('1', '12', 0), isSame)
    past = recorded(past, typed('12', '123', 400), isSame)
    expect(past.done).toHaveLength(1)
    expect(past.done[0]).toMatchObject({ before: { settings: '1' }, after: { settings: '123' } })
    past = recorded(past, typed('123', '1234', 4_000), isSame)
    expect(past.done).toHaveLength(2)
  })

  it('has no step for what was typed and taken away again', () => {
    const past = recorded(NO_PAST, step('settings', '1', '12', { thread: 's', at: 0 }), isSame)
    expect(recorded(past, step('settings', '12', '1', { thread: 's', at: 100 }), isSame)).toEqual(NO_PAST)
  })

  it('never joins a choice to one that was undone and done again', () => {
    let past = recorded(NO_PAST, step('settings', 'a', 'b', { thread: 's', at: 0 }), isSame)
    past = redone(undone(past))
    past = recorded(past, step('settings', 'b', 'c', { thread: 's', at: 100 }), isSame)
    expect(past.done).toHaveLength(2)
  })

  it('forgets what was undone at the next choice, and the oldest choices', () => {
    let past = NO_PAST
    for (let i = 0; i < 130; i++) past = recorded(past, step('rows', i, i + 1), isSame)
    expect(past.done).toHaveLength(100)
    expect(past.done[0]?.before).toEqual({ rows: 30 })
    past = recorded(undone(past), step('names', '', 'short'), isSame)
    expect(past.undone).toEqual([])
  })

  it('forgets a part that has begun anew, and with it the steps that were of nothing else', () => {
    let past = recorded(NO_PAST, step('names', '', 'short'), isSame)
    const both = { before: { names: 'short', rows: 0 }, after: { names: 'long', rows: 1 } }
    past = recorded(past, { ...step('rows', 0, 1), ...both }, isSame)
    expect(withoutPart(past, 'names').done).toEqual([step('rows', 0, 1)])
  })
})
