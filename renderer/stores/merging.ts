import { defineStore } from 'pinia'
import * as v from 'valibot'
import { shallowRef } from 'vue'
import { LIMITS } from '../../contract/limits.ts'
import { useFitStore } from './fit.ts'
import { useSessionPartsStore } from './session-parts.ts'

const Choice = v.object({
  clusters: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.components)),
  /** Whether labels, legend and exports use the merged clusters. */
  on: v.boolean(),
})
export type MergeChoice = v.InferOutput<typeof Choice>

/** Into how many clusters the components of restarts are merged. Plain values, so that a session can hold them. */
export const useMergingStore = defineStore('merging', () => {
  const fit = useFitStore()
  const choices = shallowRef<Readonly<Record<string, MergeChoice>>>({})
  const fitPart = () => `${fit.shown?.fit ?? ''} `
  const keyOf = (restart: string) => fitPart() + restart

  const choiceOf = (restart: string): MergeChoice | null => choices.value[keyOf(restart)] ?? null

  /** The number of merged clusters in use; null where the components are the clusters. */
  function inUse(restart: string): number | null {
    const choice = choiceOf(restart)
    return choice?.on === true ? choice.clusters : null
  }

  function choose(restart: string, choice: MergeChoice): void {
    choices.value = { ...choices.value, [keyOf(restart)]: choice }
  }

  useSessionPartsStore().add('merging', v.record(v.string(), Choice), {
    // A fit has another id when it comes back: what is kept goes by restart.
    state: () =>
      Object.fromEntries(
        Object.entries(choices.value)
          .filter(([key]) => key.startsWith(fitPart()))
          .map(([key, choice]) => [key.slice(fitPart().length), choice]),
      ),
    restore(state) {
      choices.value = Object.fromEntries(
        Object.entries(state).map(([restart, choice]) => [keyOf(restart), choice]),
      )
    },
  })

  return { choices, choiceOf, inUse, choose }
})
