import { crowdsPainted } from './crowd.ts'
import { init, type EChartsCoreOption } from './echarts.ts'
import type { ChartTheme } from './theme.ts'

export interface PictureSize {
  width: number
  height: number
}

/** The chart as SVG text. */
export async function renderSvg(
  option: EChartsCoreOption,
  size: PictureSize,
  theme: ChartTheme,
): Promise<string> {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size })
  chart.setOption({ ...option, backgroundColor: theme.background })
  await crowdsPainted(chart)
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

/** The chart as the bytes of a PNG with twice as many pixels each way. */
export async function renderPng(
  option: EChartsCoreOption,
  size: PictureSize,
  theme: ChartTheme,
): Promise<Uint8Array<ArrayBuffer>> {
  const holder = document.createElement('div')
  const chart = init(holder, null, { renderer: 'canvas', devicePixelRatio: 2, ...size })
  chart.setOption({ ...option, backgroundColor: theme.background })
  await crowdsPainted(chart)
  const canvas = chart.renderToCanvas({ pixelRatio: 2, backgroundColor: theme.background })
  chart.dispose()
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw new Error('the picture could not be drawn')
  return new Uint8Array(await blob.arrayBuffer())
}
