import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import type { ColumnProfile, ForecastView } from '../../contract/views.ts'
import { useDatasetStore } from './dataset.ts'
import { useDerivedStore } from './derived.ts'
import { column, datasetSummary, startFakeEngine } from './fake-engine.ts'
import { useForecastStore } from './forecast.ts'
import { useNoticesStore } from './notices.ts'
import { useRemediesStore } from './remedies.ts'
import { useSettingsStore } from './settings.ts'

const view = (rowsUsed: number): ForecastView => ({
  rowsUsed,
  warnings: [],
  seconds: { low: 1, high: 4 },
  bytes: 100,
  freeBytes: 1000,
})
const derived = (removed: boolean): ColumnProfile[] => [
  column(0, 'income', removed ? {} : { use: false, reason: 'used as log(income)' }),
  column(1, 'age'),
  column(2, 'log(income)', { use: !removed, derived: { of: 0, transform: 'log', removed } }),
]

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

async function opened(methods: Partial<Engine>) {
  await startFakeEngine({
    open: () => Promise.resolve(datasetSummary({ columns: [column(0, 'income'), column(1, 'age')] })),
    ...methods,
  })
  await useDatasetStore().open({ id: { grant: 'g' }, name: 'data.csv' })
}

describe('what is known before a run', () => {
  it('is asked for once the settings have been still, and the latest wins', async () => {
    const asked: string[] = []
    const waiting: ((view: ForecastView) => void)[] = []
    const aborted: boolean[] = []
    await opened({
      forecast: ({ settings }, options) => {
        const at = asked.push(settings.components.to.toString()) - 1
        options?.signal?.addEventListener('abort', () => (aborted[at] = true))
        return new Promise((resolve) => waiting.push(resolve))
      },
    })
    const forecast = useForecastStore()
    const { form } = useSettingsStore()
    form.components = '4'
    await vi.advanceTimersByTimeAsync(200)
    form.components = '5'
    await vi.advanceTimersByTimeAsync(400)
    expect(asked).toEqual(['5'])
    form.components = '6'
    await vi.advanceTimersByTimeAsync(400)
    expect(asked).toEqual(['5', '6'])
    expect(aborted[0]).toBe(true)
    waiting[1]?.(view(6))
    waiting[0]?.(view(5))
    await vi.advanceTimersByTimeAsync(10)
    expect(forecast.view?.rowsUsed).toBe(6)
  })

  it('is nothing where the settings cannot be run', async () => {
    await opened({ forecast: () => Promise.resolve(view(1)) })
    const forecast = useForecastStore()
    await vi.advanceTimersByTimeAsync(400)
    expect(forecast.view).not.toBeNull()
    useSettingsStore().form.components = 'many'
    await vi.advanceTimersByTimeAsync(400)
    expect(forecast.view).toBeNull()
  })
})

describe('a column of logarithms', () => {
  it('is ticked in the place of its source, and taken away again', async () => {
    await opened({
      derive: () => Promise.resolve(derived(false)),
      underive: () => Promise.resolve(derived(true)),
    })
    const settings = useSettingsStore()
    const remedies = useRemediesStore()
    const remedy = { kind: 'derive', column: 0, transform: 'log' } as const
    expect(remedies.isOpen(remedy)).toBe(true)
    expect(remedies.words(remedy).label).toBe('Use log(income)')
    remedies.apply(remedy)
    await vi.advanceTimersByTimeAsync(10)
    expect(settings.form.columns).toEqual([1, 2])
    expect(remedies.isOpen(remedy)).toBe(false)
    const [notice] = useNoticesStore().notices
    expect(notice?.message).toContain('do not compare')
    notice?.action?.act()
    await vi.advanceTimersByTimeAsync(10)
    expect(settings.form.columns).toEqual([0, 1])
    expect(useDatasetStore().columns.map(({ name }) => name)).toEqual(['income', 'age'])
    expect(useDatasetStore().ignored).toBe(0)
  })

  it('is not made where its source is not ticked, and failures are told', async () => {
    await opened({})
    const settings = useSettingsStore()
    await useDerivedStore().takeLog(0)
    expect(useNoticesStore().notices).toHaveLength(1)
    expect(settings.form.columns).toEqual([0, 1])
  })
})
