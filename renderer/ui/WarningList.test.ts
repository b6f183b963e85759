// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import type { Warning, WarningOf } from '../../contract/views.ts'
import { useDatasetStore } from '../stores/dataset.ts'
import { datasetSummary, fitSummary, startFakeEngine } from '../stores/fake-engine.ts'
import { useFitStore } from '../stores/fit.ts'
import { useNoticesStore } from '../stores/notices.ts'
import { useSettingsStore } from '../stores/settings.ts'
import WarningList from './WarningList.vue'

const extend = vi.fn<Engine['extend']>(() => Promise.resolve(fitSummary()))

beforeEach(async () => {
  extend.mockClear()
  await startFakeEngine({ extend, fit: () => Promise.resolve(fitSummary()) })
  const source = { id: { grant: 'g' }, name: 'data.csv' }
  await useDatasetStore().accept({ source, summary: datasetSummary(), choices: {}, roles: {} })
})

const listOf = (warning: Warning) => mount(WarningList, { props: { warnings: [warning] } })

it('a remedy is a button that changes the settings, says so, and is undone by the notice', async () => {
  const remedies: WarningOf<'spurious'>['remedies'] = [{ kind: 'drop-columns', columns: [1] }]
  const list = listOf({ code: 'spurious', message: 'Too narrow.', remedies })
  const button = list.get('button')
  expect(button.text()).toBe('Drop y')
  await button.trigger('click')
  const { form } = useSettingsStore()
  expect(form.columns).toEqual([0])
  expect(button.attributes('disabled')).toBeDefined()
  const [notice] = useNoticesStore().notices
  expect(notice?.message).toBe('y is not clustered on. Press Run to fit with it.')
  notice?.action?.act()
  expect(form.columns).toEqual([0, 1])
})

it('a restart is continued at once, where there is a fit to continue it in', async () => {
  const remedy = { kind: 'continue', restart: 'VVV-2-0', tolerance: 1e-9, maxIterations: 50 } as const
  const list = listOf({ code: 'plateau', message: 'It crept.', remedies: [remedy] })
  expect(list.get('button').attributes('disabled')).toBeDefined()
  await useFitStore().run(fitSummary().settings)
  await list.get('button').trigger('click')
  await vi.waitFor(() => expect(extend).toHaveBeenCalledTimes(1))
  expect(extend.mock.calls[0]?.[0]).toEqual({ fit: 'f1', more: remedy })
})

it('a warning without a remedy has no button', () => {
  const list = listOf({ code: 'spurious', message: 'Too narrow.' })
  expect(list.find('button').exists()).toBe(false)
})
