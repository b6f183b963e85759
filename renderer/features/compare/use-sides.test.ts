import { effectScope } from 'vue'
import { expect, it, vi } from 'vitest'
import { useComparisonStore } from '../../stores/comparison.ts'
import { useDatasetStore } from '../../stores/dataset.ts'
import {
  datasetSummary,
  fitSummary,
  restartView,
  solutionView,
  startFakeEngine,
} from '../../stores/fake-engine.ts'
import { useFitStore } from '../../stores/fit.ts'
import { useSides } from './use-sides.ts'

const restarts = [restartView(0), restartView(1), restartView(2)].map((restart, at) => ({
  ...restart,
  solution: `VVV-2-${'ABC'.charAt(at)}`,
}))
const without = (gone: number | null) => {
  const left = restarts.filter(({ index }) => index !== gone)
  const solutions = left.map(({ id, logLikelihood }, at) =>
    solutionView('ABC'.charAt(at), [id], { logLikelihood: logLikelihood ?? 0 }),
  )
  return fitSummary({
    restarts: left.map((restart, at) => ({ ...restart, solution: solutions[at]?.id ?? null })),
    removed: restarts.filter(({ index }) => index === gone),
    solutions,
  })
}

it.each([
  ['right', 1, ['VVV-2-0', 'VVV-2-2']],
  ['left', 0, ['VVV-2-1', 'VVV-2-2']],
])('a side whose restart is removed has another one then: %s', async (_, gone, expected) => {
  await startFakeEngine({
    open: () => Promise.resolve(datasetSummary()),
    fit: () => Promise.resolve(without(null)),
  })
  await useDatasetStore().open({ id: { grant: 'g' }, name: 'data.csv' })
  await useFitStore().run(fitSummary().settings)
  const scope = effectScope()
  scope.run(() => useSides())
  const sides = useComparisonStore()
  await vi.waitFor(() => expect([sides.left, sides.right]).toEqual(['VVV-2-0', 'VVV-2-1']))
  useFitStore().amend(without(gone))
  await vi.waitFor(() => expect([sides.left, sides.right]).toEqual(expected))
  scope.stop()
})
