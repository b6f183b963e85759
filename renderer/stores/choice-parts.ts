import { say } from '../../contract/words/say.ts'
import { useDatasetStore } from './dataset.ts'
import { useDerivedStore } from './derived.ts'
import { useFitStore } from './fit.ts'
import { useIdentityStore } from './identity.ts'
import { useRemovalStore } from './removal.ts'
import { useRowsStore } from './rows.ts'
import { useSettingsStore } from './settings.ts'
import { namesWords, removalWords, settingsWords, typedThread } from './choice-words.ts'
import type { SettingsForm } from './settings-form.ts'

/** A part of what a person chooses that can be undone: plain data, out and in. */
export interface ChoicePart<State = unknown> {
  readonly name: string
  /** Of other data than before where this changes: there is no way back over that. */
  era(): string
  state(): State
  restore(state: State): void | Promise<void>
  isSame(before: State, after: State): boolean
  words(before: State, after: State): string
  /** Why it cannot be brought back now; null where it can. */
  held(): string | null
  /** A choice that has been made and is still to take effect; null where there is none. */
  underway(): Promise<unknown> | null
  /** See `Step`. */
  thread(before: State, after: State): string | null
}

const sameText = (before: unknown, after: unknown) => JSON.stringify(before) === JSON.stringify(after)

/** The parts in the order in which they are brought back: a later one puts right what an earlier one carries with it. */
export function choiceParts(): ChoicePart[] {
  const dataset = useDatasetStore()
  const derived = useDerivedStore()
  const fit = useFitStore()
  const identity = useIdentityStore()
  const removal = useRemovalStore()
  const rows = useRowsStore()
  const settings = useSettingsStore()
  const data = () => dataset.summary?.dataset ?? ''

  const computed = part<ReturnType<typeof derived.list>>({
    name: 'computed columns',
    era: data,
    state: derived.list,
    restore: derived.become,
    isSame: sameText,
    words: () => say('computed column'),
  })
  const roles = part<typeof dataset.roles>({
    name: 'roles',
    era: data,
    state: () => dataset.roles,
    restore: dataset.changeRoles,
    isSame: sameText,
    words: () => say('roles of columns'),
  })
  const form = part<SettingsForm>({
    name: 'settings',
    era: data,
    state: settings.snapshot,
    restore: (state) => void Object.assign(settings.form, state),
    isSame: sameText,
    words: settingsWords,
    thread: typedThread,
  })
  const names = part<Readonly<Record<number, string>>>({
    name: 'names',
    era: () => `${data()} ${identity.numbering}`,
    state: () => identity.names,
    restore: identity.renameAll,
    isSame: sameText,
    words: namesWords,
  })
  const selected = part<ReturnType<typeof rows.snapshot>>({
    name: 'selected rows',
    era: data,
    state: rows.snapshot,
    restore: rows.restore,
    isSame: (before, after) => before.mask === after.mask,
    words: () => say('selected rows'),
    thread: (before, after) =>
      before.description === after.description && after.description !== ''
        ? `rows ${after.description}`
        : null,
  })
  const spurious = part<boolean>({
    name: 'spurious',
    era: data,
    state: () => fit.allowSpurious,
    restore: (allowed) => void (fit.allowSpurious = allowed),
    isSame: (before, after) => before === after,
    words: (_, allowed) =>
      allowed ? say('spurious solutions allowed') : say('spurious solutions set aside'),
  })
  const removed = part<readonly string[]>({
    name: 'removed restarts',
    era: () => fit.shown?.fit ?? '',
    state: () => removal.ids,
    restore: removal.become,
    isSame: sameText,
    words: removalWords,
    held: () => removal.held,
    underway: removal.underway,
  })
  return [computed, roles, form, names, selected, spurious, removed]
}

type Optional = 'thread' | 'held' | 'underway'
type Given<State> = Omit<ChoicePart<State>, Optional> & Partial<Pick<ChoicePart<State>, Optional>>

/* What a part gave is given back to it alone. */
const part = <State>(given: Given<State>): ChoicePart => ({
  thread: () => null,
  held: () => null,
  underway: () => null,
  ...given,
})
