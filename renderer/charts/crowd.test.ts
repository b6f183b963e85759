// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { crowdSeries, crowdsPainted, paintAhead } from './crowd.ts'

const crowd = {
  x: Float32Array.of(-1, 1),
  y: Float32Array.of(-1, 1),
  wears: null,
  looks: [{ color: '#ff0000', symbol: 'circle' as const }],
  selected: null,
}
const coordSys = { x: 10, y: 20, width: 100, height: 50 }
const put = vi.fn()

interface Placed {
  image: HTMLCanvasElement
  x: number
  y: number
  width: number
  height: number
}

/** A chart whose axes show offsets from −1 to 1 of 5, moved by some pixels. */
function chart() {
  let shift = 0
  const shape = { style: {} as Partial<Placed>, attr: (_: 'style', style: object) => (shape.style = style) }
  const surface = { storage: { getDisplayList: () => [shape] } as { getDisplayList: () => object[] } | null }
  const api = {
    coord: ([x, y]: [number, number]): [number, number] => [60 + shift + 50 * (x - 5), 45 - 25 * (y - 5)],
    getDevicePixelRatio: () => 1,
    getZr: () => surface,
  }
  const series = crowdSeries(crowd, { x: 5, y: 5 }, { size: 2, opacity: 0.5 })
  return {
    api,
    surface,
    shape,
    getZr: () => surface,
    draw: (by: number) => {
      shift = by
      const { style } = series.renderItem({ seriesId: 'points', coordSys }, api as never)
      shape.style = style
      return shape.style
    },
  }
}

beforeEach(() => {
  put.mockReset()
  vi.stubGlobal('ImageData', class {})
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({ putImageData: put } as never)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('a picture of the points fills the plot once it is painted', async () => {
  const drawn = chart()
  expect(drawn.draw(0)).toMatchObject({ width: 0, height: 0 })
  await crowdsPainted(drawn)
  expect(drawn.shape.style).toMatchObject({ x: 10, y: 20, width: 100, height: 50 })
  expect(put).toHaveBeenCalledOnce()
})

it('moves with the axes at once, and is painted anew after that', async () => {
  const drawn = chart()
  drawn.draw(0)
  await crowdsPainted(drawn)
  expect(drawn.draw(30)).toMatchObject({ x: 40, y: 20, width: 100, height: 50 })
  await crowdsPainted(drawn)
  expect(drawn.shape.style).toMatchObject({ x: 10, y: 20, width: 100, height: 50 })
  expect(put).toHaveBeenCalledTimes(2)
})

it('is painted for the axes as they are last, not for all that were passed on the way', async () => {
  const drawn = chart()
  for (let by = 0; by <= 20; by++) drawn.draw(by)
  await crowdsPainted(drawn)
  expect(put).toHaveBeenCalledTimes(2)
  expect(drawn.draw(20)).toMatchObject({ x: 10, width: 100 })
})

it('is painted in other looks before the chart is drawn with them, and once', async () => {
  const drawn = chart()
  drawn.draw(0)
  await crowdsPainted(drawn)
  const looks = [{ color: '#00ff00', symbol: 'circle' as const }]
  const now = crowdSeries({ ...crowd, looks }, { x: 5, y: 5 }, { size: 2, opacity: 0.5 })
  paintAhead(drawn, { series: [now] })
  await crowdsPainted(drawn)
  expect(put).toHaveBeenCalledTimes(2)
  now.renderItem({ seriesId: 'points', coordSys }, drawn.api as never)
  await crowdsPainted(drawn)
  expect(put).toHaveBeenCalledTimes(2)
})

it('is not painted ahead where the points are others', async () => {
  const drawn = chart()
  drawn.draw(0)
  await crowdsPainted(drawn)
  const others = { ...crowd, x: Float32Array.of(0, 1) }
  paintAhead(drawn, { series: [crowdSeries(others, { x: 5, y: 5 }, { size: 2, opacity: 0.5 })] })
  await crowdsPainted(drawn)
  expect(put).toHaveBeenCalledOnce()
})

it('is not painted any more where the chart has gone', async () => {
  const drawn = chart()
  drawn.draw(0)
  drawn.surface.storage = null
  await crowdsPainted(drawn)
  expect(put).not.toHaveBeenCalled()
})
