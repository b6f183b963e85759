import { defineStore } from 'pinia'
import type { Remedy } from '../../contract/remedies.ts'
import { say } from '../../contract/words/say.ts'
import { remedyWords } from '../format/remedy-words.ts'
import { useDatasetStore } from './dataset.ts'
import { useDerivedStore } from './derived.ts'
import { useFitStore } from './fit.ts'
import { useHistoryStore } from './history.ts'
import { useNoticesStore } from './notices.ts'
import { remediedForm } from './remedied-form.ts'
import type { SettingsForm } from './settings-form.ts'
import { useSettingsStore } from './settings.ts'

/** What is done about warnings at the press of a button. */
export const useRemediesStore = defineStore('remedies', () => {
  const dataset = useDatasetStore()
  const settings = useSettingsStore()
  const fit = useFitStore()
  const derived = useDerivedStore()
  const history = useHistoryStore()
  const notices = useNoticesStore()

  const words = (remedy: Remedy) =>
    remedyWords(
      remedy,
      (column) => dataset.summary?.columns[column]?.name ?? say('column {column}', { column: column + 1 }),
    )

  /** Whether pressing it would change anything now. */
  function isOpen(remedy: Remedy): boolean {
    if (remedy.kind === 'derive') return settings.form.columns.includes(remedy.column)
    if (remedy.kind === 'continue') return fit.summary !== null && fit.running === null
    return Object.keys(changes(remedy)).length > 0
  }

  /** Changes the settings, and says so with a way back; the person runs them. `continue` goes on with the restart at once. */
  function apply(remedy: Remedy): void {
    if (remedy.kind === 'continue') {
      const { kind, restart, tolerance, maxIterations } = remedy
      void fit.extend({ kind, restart, tolerance, maxIterations })
      return
    }
    if (remedy.kind === 'derive') {
      void takeLog(remedy)
      return
    }
    history.commit()
    Object.assign(settings.form, changes(remedy))
    sayDone(remedy)
  }

  async function takeLog(remedy: Extract<Remedy, { kind: 'derive' }>): Promise<void> {
    const { done } = words(remedy)
    if ((await derived.takeLog(remedy.column)) !== null) sayDone(remedy, done)
  }

  function sayDone(remedy: Remedy, done = words(remedy).done): void {
    const step = history.commit()
    notices.done(say('{done} Press Run to fit with it.', { done }), {
      label: say('Undo'),
      act: () => history.undoThis(step),
    })
  }

  function changes(remedy: Remedy): Partial<SettingsForm> {
    const wanted = Object.entries(remediedForm(settings.form, remedy) ?? {})
    return Object.fromEntries(
      wanted.filter(([field, value]) => String(settings.form[field as keyof SettingsForm]) !== String(value)),
    )
  }

  return { words, isOpen, apply }
})
