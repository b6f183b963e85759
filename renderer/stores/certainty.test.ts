import { effectScope } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import { useDoubtful } from './certainty.ts'
import { useDatasetStore } from './dataset.ts'
import { isLeastResponsibility, isOutlierShare, useDoubtStore } from './doubt.ts'
import { datasetSummary, fitSummary, startFakeEngine } from './fake-engine.ts'
import { useFitStore } from './fit.ts'
import { useSessionPartsStore } from './session-parts.ts'

const doubtful = vi.fn<Engine['doubtful']>()

beforeEach(async () => {
  doubtful.mockReset().mockImplementation(({ unclassified, outliers }) =>
    Promise.resolve({
      unclassified: [Math.round(10 * (unclassified ?? 0)), 0],
      outliers: [0, 0],
      both: 0,
      counts: { unclassified: 0, outliers: 0, both: 0 },
      logDensity: outliers === null ? null : -3,
    }),
  )
  await startFakeEngine({
    open: () => Promise.resolve(datasetSummary()),
    fit: () => Promise.resolve(fitSummary()),
    doubtful,
  })
  await useDatasetStore().open({ id: { grant: 'g' }, name: 'data.csv' })
  await useFitStore().run(fitSummary().settings)
})

describe('the count of doubtful rows', () => {
  it('is not asked for before a threshold is set, and follows it', async () => {
    const scope = effectScope()
    const doubt = useDoubtStore()
    const { value } = scope.run(() => useDoubtful(() => 'VVV-2-0'))!
    expect(doubtful).not.toHaveBeenCalled()
    doubt.unclassified = 0.8
    await vi.waitFor(() => expect(value.value?.unclassified[0]).toBe(8))
    doubt.unclassified = 0.5
    doubt.outliers = 0.05
    await vi.waitFor(() => expect(value.value).toMatchObject({ unclassified: [5, 0], logDensity: -3 }))
    doubt.unclassified = doubt.outliers = null
    await vi.waitFor(() => expect(value.value).toBeNull())
    scope.stop()
  })
})

describe('the thresholds', () => {
  it('are kept by sessions, within their bounds', () => {
    const doubt = useDoubtStore()
    const parts = useSessionPartsStore()
    doubt.unclassified = 0.7
    const saved = parts.state()
    expect(saved['doubt']).toEqual({ unclassified: 0.7, outliers: null })
    doubt.unclassified = null
    parts.restore(saved)
    expect(doubt.unclassified).toBe(0.7)
    expect(doubt.asked()).toEqual({ unclassified: 0.7 })
    expect(parts.restore({ doubt: { unclassified: 7, outliers: null } })).toEqual(['doubt'])
  })

  it('are a responsibility and a share of at most half of the rows', () => {
    expect([0, 0.5, 1, 1.1, NaN].map(isLeastResponsibility)).toEqual([false, true, true, false, false])
    expect([0, 0.5, 0.6].map(isOutlierShare)).toEqual([false, true, false])
  })
})
