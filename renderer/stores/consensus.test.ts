import { effectScope } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import type { AgreementView } from '../../contract/views.ts'
import { agreementColouring, fragileRows, useAgreement, useConsensusStore } from './consensus.ts'
import { useDatasetStore } from './dataset.ts'
import { datasetSummary, fitSummary, startFakeEngine } from './fake-engine.ts'
import { useFitStore } from './fit.ts'

const view: AgreementView = {
  solutions: ['VVV-2-A'],
  total: 10,
  counts: Uint32Array.of(0, 0, 0, 0, 0, 4, 0, 0, 0, 6, 90),
  drawn: new Float32Array(100),
  fragile: {
    rows: new Uint32Array(),
    votes: new Uint32Array(),
    cluster: new Uint8Array(),
    elsewhere: new Uint8Array(),
  },
}
const agreement = vi.fn<Engine['agreement']>()

beforeEach(async () => {
  agreement.mockReset().mockResolvedValue(view)
  await startFakeEngine({
    open: () => Promise.resolve(datasetSummary()),
    fit: () => Promise.resolve(fitSummary()),
    agreement,
  })
  await useDatasetStore().open({ id: { grant: 'g' }, name: 'data.csv' })
})

describe('the agreement of the good solutions', () => {
  it('is cancelled in the engine, and counted again when that is asked for', async () => {
    const scope = effectScope()
    agreement.mockImplementationOnce(
      (_, { signal } = {}) =>
        new Promise((_resolve, reject) =>
          signal?.addEventListener('abort', () =>
            reject(new EngineError('cancelled', 'It was cancelled.', '')),
          ),
        ),
    )
    const { value, cancelled, cancel, again } = scope.run(() => useAgreement())!
    await useFitStore().run(fitSummary().settings)
    await vi.waitFor(() => expect(agreement).toHaveBeenCalledOnce())
    cancel()
    await vi.waitFor(() => expect(cancelled.value).toBe(true))
    again()
    expect(cancelled.value).toBe(false)
    await vi.waitFor(() => expect(value.value?.total).toBe(10))
    scope.stop()
  })

  it('is asked for when the fit has ended, again when other solutions become good, and not when the same ones are', async () => {
    const scope = effectScope()
    const consensus = useConsensusStore()
    const { value } = scope.run(() => useAgreement())!
    expect(agreement).not.toHaveBeenCalled()
    await useFitStore().run(fitSummary().settings)
    await vi.waitFor(() => expect(value.value?.total).toBe(10))
    expect(agreement.mock.lastCall?.[0]).toMatchObject({ fit: 'f1', restart: 'VVV-2-0', gap: 5 })
    expect(consensus.good.map(({ solution }) => solution.id)).toEqual(['VVV-2-A', 'VVV-2-B'])
    consensus.gap = 4
    expect(agreement).toHaveBeenCalledOnce()
    consensus.gap = 1
    await vi.waitFor(() => expect(agreement).toHaveBeenCalledTimes(2))
    scope.stop()
  })

  it('counts the rows below a threshold', () => {
    expect([0.5, 0.51, 0.9, 0.91, 1].map((threshold) => fragileRows(view, threshold))).toEqual([
      0, 4, 4, 10, 10,
    ])
  })

  it('colours points from a round share that no row is below', () => {
    const rangeOf = (counts: number[]) =>
      agreementColouring({ ...view, counts: Uint32Array.from(counts), total: counts.length - 1 }).range
    expect(rangeOf([0, 0, 3, 9])).toEqual([0.6, 1])
    expect(rangeOf([0, 0, 0, 9])).toEqual([0, 1])
    expect(rangeOf([1, 0, 0, 9])).toEqual([0, 1])
  })
})
