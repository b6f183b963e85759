import { defineStore } from 'pinia'
import type { CovarianceModel } from '../../core/mixture/types.ts'
import type { CollapsesView, DiagnosisView } from '../../contract/views.ts'
import { createCache } from './cache.ts'
import { useEngineStore } from './engine.ts'
import { useFitStore } from './fit.ts'

/** What is wrong with the restarts on the screen, asked for once. */
export const useDiagnosesStore = defineStore('diagnoses', () => {
  const engines = useEngineStore()
  const fit = useFitStore()
  const diagnoses = createCache<DiagnosisView>(60)
  const collapsed = createCache<CollapsesView>(60)

  /** A restart that is continued keeps its id, and a fit that is extended keeps its own. */
  const keyOf = (what: string) => `${fit.shown?.fit ?? ''} ${fit.version} ${what}`

  function diagnosis(restart: string): Promise<DiagnosisView> {
    return diagnoses.get(keyOf(restart), () =>
      engines.engine().diagnose({ fit: fit.shown?.fit ?? '', restart }),
    )
  }

  /** Why restarts of a cell such as `VVV-3` collapsed; of a fit that has ended. */
  function collapses(cell: string): Promise<CollapsesView> {
    const [covariance, components] = cell.split('-')
    const asked = { covariance: covariance as CovarianceModel, components: Number(components) }
    return collapsed.get(keyOf(cell), () =>
      engines.engine().collapses({ fit: fit.shown?.fit ?? '', ...asked }),
    )
  }

  return { diagnosis, collapses }
})
