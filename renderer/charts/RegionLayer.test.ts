// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { useToolStore } from '../stores/tool.ts'
import RegionLayer from './RegionLayer.vue'
import type { Surface } from './surface.ts'

const forward = vi.fn<Surface['forward']>()
/** One grid of 100 × 100 pixels, 50 from the corner, whose axes go from 0 to 1 and upwards. */
const surface: Surface = {
  size: () => ({ width: 200, height: 200 }),
  panelAt: (pixel) => (holds(pixel) ? panel : null),
  middles: () => [{ panel, at: { x: 100, y: 100 } }],
  onKey(listener) {
    keys.add(listener)
    return () => keys.delete(listener)
  },
  forward,
}
const keys = new Set<(event: KeyboardEvent) => boolean>()
const holds = ({ x, y }: { x: number; y: number }) => x >= 50 && x <= 150 && y >= 50 && y <= 150
const panel = {
  grid: 3,
  holds,
  valueAt: ({ x, y }: { x: number; y: number }): [number, number] => [(x - 50) / 100, (150 - y) / 100],
}

function layer() {
  const wrapper = mount(RegionLayer, { props: { surface } })
  const point = (type: string, x: number, y: number, keys = {}) =>
    wrapper.find('svg').trigger(type, { clientX: x, clientY: y, button: 0, pointerId: 1, ...keys })
  return { wrapper, point }
}

beforeEach(() => {
  setActivePinia(createPinia())
  forward.mockReset()
  Element.prototype.setPointerCapture = () => undefined
})

describe('drawing on a chart', () => {
  it('is not in the way of moving and zooming', () => {
    expect(mount(RegionLayer, { props: { surface } }).find('svg').exists()).toBe(false)
  })

  it('a box tells its corners in the units of the axes, what is outside the grid cut off, and of which grid', async () => {
    useToolStore().tool = 'box'
    const { wrapper, point } = layer()
    await point('pointerdown', 70, 130)
    await point('pointermove', 190, 100)
    expect(wrapper.find('polygon').exists()).toBe(true)
    await point('pointerup', 190, 100, { shiftKey: true })
    const [[polygon, mode, grid]] = wrapper.emitted('draw') as [[Float64Array, string, number]]
    const expected = [0.2, 0.5, 1, 0.5, 1, 0.2, 0.2, 0.2]
    polygon.forEach((value, at) => expect(value).toBeCloseTo(expected[at], 2))
    expect([polygon.length, mode, grid]).toEqual([8, 'add', 3])
    expect(wrapper.find('polygon').exists()).toBe(false)
  })

  it('nothing is told of what begins outside the grid, of a click, and of what is given up by Esc', async () => {
    useToolStore().tool = 'lasso'
    const { wrapper, point } = layer()
    await point('pointerdown', 10, 10)
    await point('pointermove', 120, 120)
    await point('pointerup', 120, 120)
    await point('pointerdown', 70, 70)
    await point('pointerup', 71, 70)
    await point('pointerdown', 70, 70)
    await point('pointermove', 120, 70)
    await point('pointermove', 120, 120)
    const escape = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true })
    window.dispatchEvent(escape)
    await point('pointerup', 120, 120)
    expect(wrapper.emitted('draw')).toBeUndefined()
    expect(escape.defaultPrevented).toBe(true)
  })

  it('a box is drawn, moved and sized by keyboard, and Esc gives it up', async () => {
    const { wrapper } = layer()
    const press = async (key: string, held = {}) => {
      const taken = [...keys].at(-1)?.(new KeyboardEvent('keydown', { key, ...held }))
      await nextTick()
      return taken
    }
    expect(await press('Enter')).toBe(false)
    expect(await press('b')).toBe(true)
    expect(wrapper.text()).toMatch(/^Box from 0.25 to 0.75 across, 0.25 to 0.75 up/)
    await press('ArrowLeft')
    await press('ArrowUp', { shiftKey: true })
    expect(await press('Enter', { shiftKey: true })).toBe(true)
    const [[polygon, mode, grid] = []] = wrapper.emitted<[Float64Array, string, number]>('draw') ?? []
    const expected = [0.225, 0.25, 0.725, 0.25, 0.725, 0.775, 0.225, 0.775]
    expected.forEach((value, at) => expect(polygon?.[at]).toBeCloseTo(value, 2))
    expect([mode, grid]).toEqual(['add', 3])
    await press('B')
    expect(await press('Escape')).toBe(true)
    expect(wrapper.find('rect').exists()).toBe(false)
    expect(wrapper.emitted('draw')).toHaveLength(1)
  })

  it('the wheel goes on to the chart', async () => {
    useToolStore().tool = 'box'
    await layer().wrapper.find('svg').trigger('wheel', { deltaY: 3 })
    expect(forward).toHaveBeenCalledOnce()
  })
})
