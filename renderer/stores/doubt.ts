import { defineStore } from 'pinia'
import * as v from 'valibot'
import { computed, shallowRef, watch } from 'vue'
import { leastResponsibility, outlierShare } from '../../contract/certainty.ts'
import { useDatasetStore } from './dataset.ts'
import { useSessionPartsStore } from './session-parts.ts'

const Thresholds = v.object({
  unclassified: v.nullable(leastResponsibility),
  outliers: v.nullable(outlierShare),
})

/** Below what rows are left unclassified and marked as outliers; null where they are not, as with each file that is opened. */
export const useDoubtStore = defineStore('doubt', () => {
  const dataset = useDatasetStore()
  /** The least that the largest responsibility of a classified row is. */
  const unclassified = shallowRef<number | null>(null)
  /** Share of the rows, those with the lowest log density. */
  const outliers = shallowRef<number | null>(null)
  const any = computed(() => unclassified.value !== null || outliers.value !== null)

  /** Those that are set, as exports take them. */
  function asked(): { unclassified?: number; outliers?: number } {
    return {
      ...(unclassified.value === null ? {} : { unclassified: unclassified.value }),
      ...(outliers.value === null ? {} : { outliers: outliers.value }),
    }
  }

  watch(
    () => dataset.summary?.dataset,
    () => {
      unclassified.value = outliers.value = null
    },
    { flush: 'sync' },
  )
  useSessionPartsStore().add('doubt', Thresholds, {
    state: () => ({ unclassified: unclassified.value, outliers: outliers.value }),
    restore(state) {
      unclassified.value = state.unclassified
      outliers.value = state.outliers
    },
  })

  return { unclassified, outliers, any, asked }
})

/** Whether a number that was typed can be a threshold. */
export const isLeastResponsibility = (value: unknown): value is number => v.is(leastResponsibility, value)
export const isOutlierShare = (value: unknown): value is number => v.is(outlierShare, value)
