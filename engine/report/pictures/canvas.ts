import { markup, type Markup, type Part } from '../markup.ts'
import type { Axis } from './axis.ts'

/** Where a plot lies in its picture, in the picture's units. */
export interface Frame {
  left: number
  top: number
  width: number
  height: number
}

/** A plot: its frame, and places of values in it. */
export interface Plot {
  frame: Frame
  x: Axis
  y: Axis
  /** Whether low values stand above. */
  down: boolean
}

/** Tenths are as fine as anybody sees, and keep pictures small. */
export const fixed = (value: number): string => String(Math.round(value * 10) / 10)

export const xOf = ({ frame, x }: Plot, value: number): number => frame.left + frame.width * x.share(value)

export function yOf({ frame, y, down }: Plot, value: number): number {
  const share = y.share(value)
  return frame.top + frame.height * (down ? share : 1 - share)
}

/** A picture with a sentence in place of it for those who cannot see it, and a caption below. */
export function figure(
  id: string,
  size: { width: number; height: number },
  alternative: string,
  caption: Part,
  ...parts: Part[]
): Markup {
  return markup`<figure id="${id}">
<svg viewBox="0 0 ${fixed(size.width)} ${fixed(size.height)}" role="img" aria-labelledby="${id}-title">
<title id="${id}-title">${alternative}</title>
${parts}</svg>
<figcaption>${caption}</figcaption>
</figure>
`
}

interface AxisLook {
  /** Names along the axes; empty for none. */
  names: { x: string; y: string }
  /** Whether ticks are written. */
  labels?: { x: boolean; y: boolean }
}

/** Grid lines, ticks and names, behind what is plotted. */
export function axes(plot: Plot, { names, labels = { x: true, y: true } }: AxisLook): Markup {
  const { frame, x, y } = plot
  const [right, bottom] = [frame.left + frame.width, frame.top + frame.height]
  const inside = (share: number) => share > -1e-6 && share < 1 + 1e-6
  return markup`<g class="grid">${x.ticks
    .filter(({ at }) => inside(x.share(at)))
    .map(({ at }) => line(xOf(plot, at), frame.top, xOf(plot, at), bottom))}${y.ticks
    .filter(({ at }) => inside(y.share(at)))
    .map(({ at }) => line(frame.left, yOf(plot, at), right, yOf(plot, at)))}</g>
<g class="ticks">${labels.x ? x.ticks.map(({ at, text }) => label(xOf(plot, at), bottom + 14, text, 'middle')) : null}${labels.y ? y.ticks.map(({ at, text }) => label(frame.left - 6, yOf(plot, at) + 4, text, 'end')) : null}</g>
<g class="names">${names.x === '' ? null : label(frame.left + frame.width / 2, bottom + (labels.x ? 32 : 16), names.x, 'middle')}${names.y === '' ? null : markup`<text transform="translate(${fixed(frame.left - (labels.y ? 52 : 10))} ${fixed(frame.top + frame.height / 2)}) rotate(-90)" text-anchor="middle">${names.y}</text>`}</g>
`
}

function line(x1: number, y1: number, x2: number, y2: number): Markup {
  return markup`<path d="M${fixed(x1)} ${fixed(y1)}L${fixed(x2)} ${fixed(y2)}"/>`
}

export function label(x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end'): Markup {
  return markup`<text x="${fixed(x)}" y="${fixed(y)}" text-anchor="${anchor}">${text}</text>`
}

/** A path through points; pieces outside the frame are cut by whoever clips it. */
export function pathThrough(points: readonly (readonly [number, number])[], closed = false): string {
  const steps = points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${fixed(x)} ${fixed(y)}`)
  return `${steps.join('')}${closed ? 'Z' : ''}`
}

/** The shape that a mark has by its number, about (x, y): never colour alone. */
export function markPath(style: number, x: number, y: number, r: number): string {
  const at = (points: readonly (readonly [number, number])[]) =>
    `M${points.map(([dx, dy]) => `${fixed(x + r * dx)} ${fixed(y + r * dy)}`).join('L')}Z`
  switch (style % 6) {
    case 0:
      return `M${fixed(x - r)} ${fixed(y)}a${fixed(r)} ${fixed(r)} 0 1 0 ${fixed(2 * r)} 0a${fixed(r)} ${fixed(r)} 0 1 0 ${fixed(-2 * r)} 0`
    case 1:
      return at([
        [0, -1.2],
        [1.1, 0.8],
        [-1.1, 0.8],
      ])
    case 2:
      return at([
        [-0.9, -0.9],
        [0.9, -0.9],
        [0.9, 0.9],
        [-0.9, 0.9],
      ])
    case 3:
      return at([
        [0, -1.3],
        [1.3, 0],
        [0, 1.3],
        [-1.3, 0],
      ])
    case 4:
      return at([
        [0, 1.2],
        [1.1, -0.8],
        [-1.1, -0.8],
      ])
    default:
      return at([
        [-1.2, -0.4],
        [-0.4, -0.4],
        [-0.4, -1.2],
        [0.4, -1.2],
        [0.4, -0.4],
        [1.2, -0.4],
        [1.2, 0.4],
        [0.4, 0.4],
        [0.4, 1.2],
        [-0.4, 1.2],
        [-0.4, 0.4],
        [-1.2, 0.4],
      ])
  }
}
