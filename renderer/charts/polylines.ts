/** The part of ECharts' custom series that is used here. */
interface Api {
  coord(value: [number, number]): [number, number]
}

export interface Polyline {
  /** x, y alternating, in the units of the axes. */
  xy: Float64Array
  /** Of the line; absent for an area without one. */
  color?: string
  width?: number
  dash?: readonly number[]
  opacity?: number
  /** Colour of the area it bounds; absent for a line. */
  fill?: string
}

export interface Place {
  id: string
  /** Of its axes; 0 where absent. */
  axis?: number
  z: number
}

/** Any number of lines and areas as one series: each series costs time at every change. */
export function polylineSeries(lines: readonly Polyline[], { id, axis = 0, z }: Place) {
  function renderItem({ dataIndex }: { dataIndex: number }, api: Api) {
    const { xy = new Float64Array(), color, width, dash, opacity, fill } = lines[dataIndex] ?? {}
    const points: [number, number][] = []
    for (let i = 0; i + 1 < xy.length; i += 2) points.push(api.coord([xy[i] ?? NaN, xy[i + 1] ?? NaN]))
    const style = {
      fill: fill ?? 'none',
      stroke: color ?? 'none',
      lineWidth: color === undefined ? 0 : (width ?? 1.5),
      lineJoin: 'round',
      ...(dash === undefined ? {} : { lineDash: dash }),
      opacity: opacity ?? 1,
    }
    return { type: fill === undefined ? 'polyline' : 'polygon', silent: true, shape: { points }, style }
  }
  return {
    id,
    type: 'custom',
    xAxisIndex: axis,
    yAxisIndex: axis,
    data: lines.map(({ xy }) => [xy[0] ?? 0, xy[1] ?? 0]),
    dimensions: ['x', 'y'],
    renderItem,
    clip: true,
    silent: true,
    z,
  }
}

/** The same line with its axes exchanged. */
export function transposed(xy: Float64Array): Float64Array {
  return xy.map((_, at) => xy[at % 2 === 0 ? at + 1 : at - 1] ?? NaN)
}
