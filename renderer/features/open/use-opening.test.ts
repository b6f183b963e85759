// @vitest-environment happy-dom
import { effectScope } from 'vue'
import { expect, it, vi } from 'vitest'
import type { FileGrant } from '../../../contract/host.ts'
import { useDatasetStore } from '../../stores/dataset.ts'
import { useEngineStore } from '../../stores/engine.ts'
import { datasetSummary, startFakeEngine } from '../../stores/fake-engine.ts'
import { useOpening } from './use-opening.ts'

const grant = (name: string): FileGrant => ({ grant: name, name })

async function setUp() {
  const { connection } = await startFakeEngine({
    open: ({ source }) => Promise.resolve(datasetSummary({ file: 'grant' in source ? source.grant : '' })),
  })
  const engines = useEngineStore()
  engines.state = 'gone'
  const scope = effectScope()
  scope.run(useOpening)
  return { engines, scope, host: connection.host, dataset: useDatasetStore() }
}

it('the first file is opened when the engine is ready, also after a restart', async () => {
  const { engines, scope, host, dataset } = await setUp()
  host.initialFile = () => Promise.resolve(grant('first'))
  await engines.restart()
  await vi.waitFor(() => expect(dataset.summary?.file).toBe('first'))
  scope.stop()
})

it('a file handed over while the first is on its way takes its place', async () => {
  const { engines, scope, host, dataset } = await setUp()
  let hand: (file: FileGrant) => void = () => undefined
  let arrive: (file: FileGrant) => void = () => undefined
  host.onOpenFile = (listener) => {
    hand = listener
    return () => undefined
  }
  const initialFile = vi.fn(() => new Promise<FileGrant>((resolve) => (arrive = resolve)))
  host.initialFile = initialFile
  await engines.restart()
  await vi.waitFor(() => expect(initialFile).toHaveBeenCalled())
  hand(grant('second'))
  arrive(grant('first'))
  await vi.waitFor(() => expect(dataset.summary?.file).toBe('second'))
  expect(dataset.opening).toBeNull()
  scope.stop()
})
