// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { useClusterViewStore } from '../../stores/cluster-view.ts'
import { useDatasetStore } from '../../stores/dataset.ts'
import { column, datasetSummary, fitSummary, startFakeEngine } from '../../stores/fake-engine.ts'
import { useFitStore } from '../../stores/fit.ts'
import ClustersToolbar from './ClustersToolbar.vue'

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

beforeEach(async () => {
  await startFakeEngine({
    open: () => Promise.resolve(datasetSummary({ columns: names.map((name, at) => column(at, name)) })),
    fit: () => Promise.resolve(fitSummary()),
  })
  await useDatasetStore().open({ id: { grant: 'g' }, name: 'data.csv' })
})

async function shown(columns: number[]) {
  await useFitStore().run({ ...fitSummary().settings, columns })
  return mount(ClustersToolbar)
}

describe('the toolbar of the clusters', () => {
  it('offers for each chart what that chart can show', async () => {
    const toolbar = await shown([0, 1, 2])
    const view = useClusterViewStore()
    const switches = () => toolbar.findAll('label.switch').map((each) => each.text())
    expect(switches()).toEqual(['Ellipses', 'Contours', 'Marginals'])
    view.chart = 'Matrix'
    await nextTick()
    expect(switches()).toEqual(['Ellipses'])
    expect(toolbar.text()).not.toContain('Plane')
    view.chart = 'Profiles'
    await nextTick()
    expect(switches()).toEqual(['Rows'])
  })

  it('offers neither charts nor switches for one column', async () => {
    const toolbar = await shown([3])
    expect(toolbar.findAll('label.switch')).toHaveLength(0)
    expect(toolbar.text()).not.toContain('Matrix')
  })

  it('lets no more and no fewer columns be drawn than make a matrix', async () => {
    const toolbar = await shown([0, 1, 2, 3, 4, 5, 6])
    useClusterViewStore().chart = 'Matrix'
    await nextTick()
    const boxes = () => toolbar.findAll('details input[type=checkbox]')
    const free = () => boxes().map((box) => (box.element as HTMLInputElement).disabled === false)
    expect(free()).toEqual([true, true, true, true, true, true, false])
    for (const at of [0, 1, 2, 3]) await boxes()[at]?.setValue(false)
    expect(toolbar.text()).toContain('2 of 7 columns')
    expect(free()).toEqual([true, true, true, true, false, false, true])
  })
})
