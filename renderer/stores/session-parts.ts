import { defineStore } from 'pinia'
import * as v from 'valibot'

/** A part of how the page looks that a session keeps: plain data, out and in. */
export interface SessionPart<State> {
  state(): State
  /** Takes back what `state` gave; nothing that has another form comes here. */
  restore(state: State): void
}

/** Takes over the entries that the target has already, and no others. */
export function assignKnown<Entry>(
  target: Record<string, Entry>,
  entries: Readonly<Record<string, Entry>>,
): void {
  for (const [key, entry] of Object.entries(entries)) if (Object.hasOwn(target, key)) target[key] = entry
}

interface Held {
  state(): unknown
  /** False where it has another form. */
  restore(state: unknown): boolean
}

/** The parts of the view that sessions keep. Each store brings its own; what comes back before its store is there waits for it. */
export const useSessionPartsStore = defineStore('session-parts', () => {
  const parts = new Map<string, Held>()
  let waiting: Record<string, unknown> = {}

  function add<State>(name: string, form: v.GenericSchema<unknown, State>, part: SessionPart<State>): void {
    const restore = (state: unknown): boolean => {
      const known = v.safeParse(form, state)
      if (known.success) part.restore(known.output)
      return known.success
    }
    parts.set(name, { state: part.state, restore })
    if (Object.hasOwn(waiting, name)) restore(waiting[name])
    delete waiting[name]
  }

  function state(): Record<string, unknown> {
    return { ...waiting, ...Object.fromEntries([...parts].map(([name, part]) => [name, part.state()])) }
  }

  /** Names of the parts that could not be taken back. */
  function restore(view: Record<string, unknown>): string[] {
    const failed = [...parts].filter(([name, part]) => Object.hasOwn(view, name) && !part.restore(view[name]))
    waiting = Object.fromEntries(Object.entries(view).filter(([name]) => !parts.has(name)))
    return failed.map(([name]) => name)
  }

  return { add, state, restore }
})
