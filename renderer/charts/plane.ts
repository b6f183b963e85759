/** pixel = pixel of `value` + scale × (another − value): about a value in sight, so that large ones keep their digits. */
export interface Ruler {
  value: number
  pixel: number
  scale: number
}

/** Where the values of a plot lie, in pixels from the corner of its chart. */
export interface Plane {
  x: Ruler
  y: Ruler
}

/** The part of a chart that is asked where values lie. */
export interface Converter {
  convertFromPixel(finder: { gridIndex: number }, pixel: [number, number]): number[]
}

const FROM = 100
const TO = 300

/** The planes of so many plots of a chart with value axes. */
export function planesOf(chart: Converter, plots: number): Plane[] {
  return Array.from({ length: plots }, (_, gridIndex) => {
    const [x0 = NaN, y0 = NaN] = chart.convertFromPixel({ gridIndex }, [FROM, FROM])
    const [x1 = NaN, y1 = NaN] = chart.convertFromPixel({ gridIndex }, [TO, TO])
    return { x: ruler(x0, x1), y: ruler(y0, y1) }
  })
}

const ruler = (from: number, to: number): Ruler => ({
  value: from,
  pixel: FROM,
  scale: (TO - FROM) / (to - from),
})

/** The pixel of a value. */
export const pixelOf = ({ value, pixel, scale }: Ruler, at: number): number => pixel + scale * (at - value)
