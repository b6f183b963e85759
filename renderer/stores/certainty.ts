import { defineStore } from 'pinia'
import { shallowRef, type Ref } from 'vue'
import type { CertaintyView, DoubtfulView, SilhouetteView } from '../../contract/views.ts'
import { createCache } from './cache.ts'
import { useDoubtStore } from './doubt.ts'
import { useEngineStore } from './engine.ts'
import { useFitStore } from './fit.ts'
import { useLatest, type Latest } from './latest.ts'
import { usePaced } from './paced.ts'
import { useResultsStore } from './results.ts'

const KEPT_BYTES = 32 << 20
/** Between two counts while a threshold is dragged. */
const PACE = 60

/** How sure the clusters of restarts are, asked for once. */
export const useCertaintyStore = defineStore('certainty', () => {
  const engines = useEngineStore()
  const fit = useFitStore()
  const results = useResultsStore()
  const certainties = createCache<CertaintyView>(10)
  const silhouettes = createCache<SilhouetteView>(40)
  const counts = createCache<DoubtfulView>(200)
  const entropiesOf = createCache<Float32Array>(KEPT_BYTES, (held) => held.byteLength)

  /** A restart that is continued keeps its id. */
  function keyOf(restart: string): string {
    const iterations = fit.restarts.find(({ id }) => id === restart)?.iterations ?? 0
    return `${fitId()} ${restart} ${iterations}`
  }

  function certainty(restart: string, onProgress: (fraction: number | null) => void): Promise<CertaintyView> {
    return certainties.get(keyOf(restart), () =>
      engines
        .engine()
        .certainty({ fit: fitId(), restart }, { onProgress: ({ fraction }) => onProgress(fraction) }),
    )
  }

  function silhouette(restart: string): Promise<SilhouetteView> {
    return silhouettes.get(keyOf(restart), () => engines.engine().silhouette({ fit: fitId(), restart }))
  }

  function doubtful(
    restart: string,
    thresholds: { unclassified: number | null; outliers: number | null },
  ): Promise<DoubtfulView> {
    return counts.get(`${keyOf(restart)} ${thresholds.unclassified} ${thresholds.outliers}`, () =>
      engines.engine().doubtful({ fit: fitId(), restart, ...thresholds }),
    )
  }

  /** Of the rows that are drawn. */
  function entropies(restart: string): Promise<Float32Array> {
    const limit = results.drawn
    return entropiesOf.get(`${keyOf(restart)} ${limit}`, () =>
      engines.engine().entropies({ fit: fitId(), restart, limit }),
    )
  }

  const fitId = (): string => fit.shown?.fit ?? ''

  return { certainty, silhouette, doubtful, entropies }
})

export interface Certainty extends Latest<CertaintyView> {
  /** 0…1 while it is being worked out, null where that is not known. */
  fraction: Readonly<Ref<number | null>>
}

export function useCertainty(restart: () => string | null): Certainty {
  const store = useCertaintyStore()
  const fraction = shallowRef<number | null>(null)
  const latest = useLatest(() => {
    const id = restart()
    return id === null
      ? null
      : store.certainty(id, (now) => {
          fraction.value = now
        })
  })
  return { ...latest, fraction }
}

/** The rows of a restart beneath the thresholds, counted as these change; null where none is set. */
export function useDoubtful(restart: () => string | null): Latest<DoubtfulView> {
  const store = useCertaintyStore()
  const doubt = useDoubtStore()
  const thresholds = usePaced(
    () => (doubt.any ? { unclassified: doubt.unclassified, outliers: doubt.outliers } : null),
    PACE,
  )
  return useLatest(() => {
    const id = restart()
    return id === null || thresholds.value === null ? null : store.doubtful(id, thresholds.value)
  })
}
