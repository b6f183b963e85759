import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { say } from '../../contract/words/say.ts'
import { choiceParts } from './choice-parts.ts'
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
import { useNoticesStore } from './notices.ts'

interface Moment {
  eras: Readonly<Record<string, string>>
  states: Snapshot
}

/**
 * Every choice of the person, and the way back: whatever changes it, a field, a menu or a remedy, is seen here. What is looked at
 * (views, axes, the restart shown) is no choice, and a fit is none either.
 */
export const useHistoryStore = defineStore('history', () => {
  const notices = useNoticesStore()
  const parts = choiceParts()
  const byName = new Map(parts.map((part) => [part.name, part]))
  const past = shallowRef<Past>(NO_PAST)
  let present = look()
  let restoring: Promise<void> | null = null

  /** The choice that would be undone, or done again; null where there is none. */
  const next = computed(() => past.value.done.at(-1) ?? null)
  const again = computed(() => past.value.undone.at(-1) ?? null)

  watch(look, () => void commit())

  function look(): Moment {
    return {
      eras: Object.fromEntries(parts.map((part) => [part.name, part.era()])),
      states: Object.fromEntries(parts.map((part) => [part.name, part.state()])),
    }
  }

  const isSame = (name: string, before: unknown, after: unknown) =>
    byName.get(name)?.isSame(before, after) ?? true

  /** Notes what has been chosen since it was last asked; gives the last step. */
  function commit(): Step | null {
    const before = present
    const now = look()
    present = now
    for (const { name } of parts)
      if (before.eras[name] !== now.eras[name]) past.value = withoutPart(past.value, name)
    const changed = parts.filter(
      ({ name }) =>
        before.eras[name] === now.eras[name] && !isSame(name, before.states[name], now.states[name]),
    )
    const [first] = changed
    if (first === undefined || restoring !== null) return next.value
    const of = (states: Snapshot) => Object.fromEntries(changed.map(({ name }) => [name, states[name]]))
    const [was, is] = [before.states[first.name], now.states[first.name]]
    const thread = changed.length === 1 ? first.thread(was, is) : null
    const step = { before: of(before.states), after: of(now.states), words: first.words(was, is), thread }
    past.value = recorded(past.value, { ...step, at: performance.now() }, isSame)
    return next.value
  }

  /** Brings parts back; the others stay as they are, also where one carries another with it. */
  function become(states: Snapshot): Promise<void> {
    const wanted = { ...look().states, ...states }
    const waiting = parts.flatMap((part) =>
      part.isSame(part.state(), wanted[part.name]) ? [] : (part.restore(wanted[part.name]) ?? []),
    )
    present = look()
    if (waiting.length === 0) return Promise.resolve()
    restoring = Promise.all(waiting).then(() => {
      restoring = null
      present = look()
    })
    return restoring
  }

  /** A choice that is still to take effect is the last one, too. */
  const underway = () => parts.flatMap((part) => part.underway() ?? [])

  /** Whether something of a step cannot be brought back now, which is said then. */
  function isHeld(states: Snapshot): boolean {
    const [reason] = Object.keys(states).flatMap((name) => byName.get(name)?.held() ?? [])
    if (reason !== undefined) notices.say(reason)
    return reason !== undefined
  }

  async function undo(): Promise<void> {
    if (restoring !== null) return
    if (underway().length > 0) await Promise.all(underway())
    const step = commit()
    if (restoring !== null || step === null || isHeld(step.before)) return
    past.value = undone(past.value)
    const back = become(step.before)
    notices.done(say('Undone: {choice}.', { choice: step.words }), {
      label: say('Redo'),
      act: () => void redo(),
    })
    await back
  }

  async function redo(): Promise<void> {
    if (restoring !== null) return
    if (underway().length > 0) await Promise.all(underway())
    commit()
    const step = again.value
    if (restoring !== null || step === null || isHeld(step.after)) return
    past.value = redone(past.value)
    const forth = become(step.after)
    notices.done(say('Done again: {choice}.', { choice: step.words }), {
      label: say('Undo'),
      act: () => void undo(),
    })
    await forth
  }

  /** Undoes this step where it is the last; else says that others come first. */
  function undoThis(step: Step | null): void {
    commit()
    if (next.value === step) return void undo()
    notices.done(say('Other choices have been made since: undo those first, one by one.'))
  }

  /** What is there now is the beginning: a session was opened. */
  function beginHere(): void {
    past.value = NO_PAST
    present = look()
  }

  return { next, again, commit, undo, redo, undoThis, beginHere }
})
