import { createRaster, type Crowd, type Frame, type Scale } from './raster.ts'

/** The part of ECharts' custom series that is used here. */
interface Api {
  coord(value: [number, number]): [number, number]
  getDevicePixelRatio(): number
}
interface Params {
  coordSys: { x: number; y: number; width: number; height: number }
}

export interface CrowdStyle {
  /** Width of a point, in pixels of the page. */
  size: number
  opacity: number
}

/** From this many points on they are drawn as one picture, without tooltips. */
export const CROWD = 5_000

/** All points of a plot as one series: a picture, made again only where the axes or the size of the plot have changed. */
export function crowdSeries(crowd: Crowd, centre: { x: number; y: number }, { size, opacity }: CrowdStyle) {
  const spans = [spanOf(crowd.x), spanOf(crowd.y)] as const
  let drawn: { key: string; image: HTMLCanvasElement } | null = null

  function renderItem({ coordSys }: Params, api: Api) {
    const { x, y, width, height } = coordSys
    const ratio = api.getDevicePixelRatio()
    const [x0, y0] = api.coord([centre.x, centre.y])
    const [x1, y1] = api.coord([centre.x + spans[0], centre.y + spans[1]])
    const key = [x, y, width, height, ratio, x0, y0, x1, y1].join(' ')
    if (drawn?.key !== key) {
      const frame = {
        width: Math.max(1, Math.round(width * ratio)),
        height: Math.max(1, Math.round(height * ratio)),
        side: Math.max(1, Math.round(size * ratio)),
        x: scaleOf((x0 - x) * ratio, (x1 - x) * ratio, spans[0]),
        y: scaleOf((y0 - y) * ratio, (y1 - y) * ratio, spans[1]),
        opacity,
      }
      drawn = { key, image: paint(crowd, frame) }
    }
    return { type: 'image', silent: true, style: { image: drawn.image, x, y, width, height } }
  }

  return {
    id: 'points',
    type: 'custom',
    data: [[centre.x, centre.y]],
    dimensions: ['x', 'y'],
    renderItem,
    clip: true,
    silent: true,
    z: 2,
  }
}

const scaleOf = (from: number, to: number, span: number): Scale => ({
  origin: from,
  scale: (to - from) / span,
})

/** Of the offsets from the centre: a length at which the scale of an axis is measured. */
function spanOf(offsets: Float32Array): number {
  let most = 0
  for (const offset of offsets) if (Math.abs(offset) > most) most = Math.abs(offset)
  return most || 1
}

function paint(crowd: Crowd, frame: Frame): HTMLCanvasElement {
  const { width, height } = frame
  const raster = createRaster(crowd, frame)
  raster.advance(Infinity)
  const image = document.createElement('canvas')
  image.width = width
  image.height = height
  image.getContext('2d')?.putImageData(new ImageData(raster.picture(), width, height), 0, 0)
  return image
}
