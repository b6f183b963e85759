// @vitest-environment happy-dom
import { mount, type DOMWrapper, type VueWrapper } from '@vue/test-utils'
import { getActivePinia } from 'pinia'
import { describe, expect, it, vi } from 'vitest'
import { column, datasetSummary, startFakeEngine } from '../../stores/fake-engine.ts'
import { useDatasetStore } from '../../stores/dataset.ts'
import { useSettingsStore } from '../../stores/settings.ts'
import ConfigurePanel from './ConfigurePanel.vue'

const columns = [
  column(0, 'id', { use: false, reason: 'a different number in every row' }),
  column(1, 'length'),
  column(2, 'species', {
    type: 'text',
    min: null,
    max: null,
    mean: null,
    sd: null,
    use: false,
    reason: 'text',
  }),
]

async function panel() {
  await startFakeEngine({ open: () => Promise.resolve(datasetSummary({ columns })) })
  await useDatasetStore().open({ id: { grant: 'g' }, name: 'data.csv' })
  const pinia = getActivePinia()
  return mount(ConfigurePanel, { global: { plugins: pinia === undefined ? [] : [pinia] } })
}

/** The control that a label names, as an assistive tool finds it. */
function control(wrapper: VueWrapper, name: string): Omit<DOMWrapper<Element>, 'exists'> {
  const label = wrapper.findAll('label').find((each) => each.text() === name)
  return wrapper.get(`[id="${label?.attributes('for') ?? ''}"]`)
}

describe('the settings panel', () => {
  it.each(['Components', 'Covariance model', 'Initialisation', 'Restarts', 'Seed', 'Scaling'])(
    'has an input named %s',
    async (name) => {
      expect(control(await panel(), name).element.tagName).toMatch(/INPUT|SELECT/)
    },
  )

  it('takes a column as the weight of rows, which is then not clustered on, and asks what the weights are', async () => {
    const wrapper = await panel()
    const settings = useSettingsStore()
    settings.tick(0, true)
    expect(wrapper.text()).not.toContain('Kind of weights')
    await control(wrapper, 'Row weights').setValue('0')
    expect(settings.form.columns).not.toContain(0)
    expect(settings.settings?.weights).toEqual({ column: 0, kind: 'frequency' })
    await control(wrapper, 'Kind of weights').setValue('importance')
    expect(settings.settings?.weights).toEqual({ column: 0, kind: 'importance' })
    expect(wrapper.text()).toContain('n is the rows used')
    settings.tick(0, true)
    expect(settings.settings?.weights).toBeNull()
  })

  it('asks what becomes of missing cells where a ticked column has some, with their rows counted', async () => {
    expect((await panel()).text()).not.toContain('Missing cells')
    const gappy = [column(0, 'a'), column(1, 'b', { missing: 12 })]
    await startFakeEngine({
      open: () => Promise.resolve(datasetSummary({ columns: gappy })),
      gaps: () => Promise.resolve({ rows: 100, withGaps: 11, empty: 1 }),
    })
    await useDatasetStore().open({ id: { grant: 'g' }, name: 'data.csv' })
    const pinia = getActivePinia()
    const wrapper = mount(ConfigurePanel, { global: { plugins: pinia === undefined ? [] : [pinia] } })
    await vi.waitFor(() => expect(wrapper.text()).toContain('Leave out 12 of 100 rows'))
    await control(wrapper, 'Missing cells').setValue('em')
    expect(useSettingsStore().settings?.missing).toBe('em')
    await control(wrapper, 'Covariance model').setValue('EEE')
    expect(useSettingsStore().settings).toBeNull()
    expect(wrapper.text()).toContain('Only VVV and VVI take rows with missing cells')
    useSettingsStore().tick(1, false)
    expect(useSettingsStore().settings?.missing).toBe('drop')
  })

  it('has a check box for a noise component', async () => {
    const wrapper = await panel()
    const box = wrapper.findAll('label').find((label) => label.text() === 'Noise component')
    await box?.get('input').setValue(true)
    expect(useSettingsStore().settings?.noise).toBe(true)
  })

  it('refuses a bad value at its field, in words', async () => {
    const wrapper = await panel()
    const components = control(wrapper, 'Components')
    await components.setValue('many')
    expect(components.attributes('aria-invalid')).toBe('true')
    const described = wrapper.get(`[id="${components.attributes('aria-describedby') ?? ''}"]`)
    expect(described.text()).toContain('“many” cannot be used')
    expect(useSettingsStore().settings).toBeNull()
  })

  it('offers the four known covariance models first, then the other ten, several, and all', async () => {
    const wrapper = await panel()
    const select = control(wrapper, 'Covariance model')
    const values = select.findAll('option').map((option) => option.attributes('value'))
    expect(values.slice(0, 5)).toEqual(['VVV', 'EEE', 'VVI', 'VII', 'EII'])
    expect(values).toHaveLength(16)
    await select.setValue('VEV')
    expect(useSettingsStore().settings?.covariances).toEqual(['VEV'])
    const described = wrapper.get(`[id="${select.attributes('aria-describedby') ?? ''}"]`)
    expect(described.text()).toContain('the shape is the same for all components')
  })

  it('ticks several covariance models, and says so where none is left', async () => {
    const wrapper = await panel()
    await control(wrapper, 'Covariance model').setValue('several')
    for (const model of ['VVV', 'EEE', 'VVI']) await control(wrapper, model).setValue(false)
    await control(wrapper, 'VEV').setValue(true)
    expect(useSettingsStore().settings?.covariances).toEqual(['VII', 'VEV'])
    for (const model of ['VII', 'VEV']) await control(wrapper, model).setValue(false)
    expect(wrapper.text()).toContain('Tick at least one covariance model.')
  })

  it('proposes refinements for mixed starts only, and keeps what was typed', async () => {
    const wrapper = await panel()
    const { form } = useSettingsStore()
    const start = control(wrapper, 'Initialisation')
    expect(form.refinements).toBe('2000')
    await start.setValue('hierarchical')
    expect(form.refinements).toBe('0')
    await control(wrapper, 'Refinements').setValue('5')
    await start.setValue('mixed')
    expect(form.refinements).toBe('5')
  })

  it('ticks the columns proposed, and says why the others are not', async () => {
    const wrapper = await panel()
    const boxes = wrapper.findAll<HTMLInputElement>('fieldset input')
    expect(boxes.map((box) => box.element.checked)).toEqual([false, true, false])
    expect(boxes.map((box) => box.element.disabled)).toEqual([false, false, true])
    expect(wrapper.get('fieldset').text()).toContain('a different number in every row')
    await boxes[0]?.setValue(true)
    expect(useSettingsStore().settings?.columns).toEqual([0, 1])
  })
})
