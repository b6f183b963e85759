import { defineStore } from 'pinia'
import type { Axes } from '../../contract/schemas.ts'
import type { CompareView, LabelsView, ModelView, PointsView } from '../../contract/views.ts'
import { createCache } from './cache.ts'
import { useEngineStore } from './engine.ts'
import { useFitStore } from './fit.ts'

/** Rows drawn in one plot; labels are asked for with the same number, so that they belong to the same rows. */
export const DRAWN_ROWS = 30_000

/** What the engine derives from the restarts of a fit that have ended, asked for once. */
export const useResultsStore = defineStore('results', () => {
  const engines = useEngineStore()
  const fit = useFitStore()
  const models = createCache<ModelView>(200)
  const labels = createCache<LabelsView>(40)
  const points = createCache<PointsView>(6)
  const comparisons = createCache<CompareView>(40)

  function model(restart: string): Promise<ModelView> {
    return models.get(`${fitId()} ${restart}`, () => engines.engine().model({ fit: fitId(), restart }))
  }

  function labelsOf(restart: string): Promise<LabelsView> {
    return labels.get(`${fitId()} ${restart}`, () =>
      engines.engine().labels({ fit: fitId(), restart, limit: DRAWN_ROWS }),
    )
  }

  function pointsOn(axes: Axes): Promise<PointsView> {
    const { dataset = '', settings } = fit.shown ?? {}
    const columns = settings?.columns ?? []
    return points.get(JSON.stringify([dataset, columns, axes]), () =>
      engines.engine().points({ dataset, columns, axes, limit: DRAWN_ROWS }),
    )
  }

  function compare(left: string, right: string): Promise<CompareView> {
    return comparisons.get(`${fitId()} ${left} ${right}`, () =>
      engines.engine().compare({ fit: fitId(), left, right }),
    )
  }

  const fitId = (): string => fit.shown?.fit ?? ''

  return { model, labelsOf, pointsOn, compare }
})
