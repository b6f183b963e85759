import { computed, type Ref } from 'vue'
import type { WeightKind } from '../../contract/weighting.ts'
import { useDatasetStore } from './dataset.ts'
import { useFitStore } from './fit.ts'

/** The weights by which the rows of the fit on the screen count. */
export interface Weighting {
  /** Name of the column. */
  column: string
  kind: WeightKind
}

/** Null where every row counts once. */
export function useWeighting(): Readonly<Ref<Weighting | null>> {
  const dataset = useDatasetStore()
  const fit = useFitStore()
  return computed(() => {
    const weights = fit.shown?.settings.weights ?? null
    return weights === null
      ? null
      : { column: dataset.summary?.columns[weights.column]?.name ?? '', kind: weights.kind }
  })
}
