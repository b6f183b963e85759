import { graphic, helper } from './echarts.ts'

/** Shapes of custom series: a symbol two units wide, and an unseen one that says itself where it can be pointed at. */
export const SYMBOL = 'basin-symbol'
export const TARGET = 'basin-target'

type Path = Extract<ReturnType<typeof helper.createSymbol>, { buildPath: unknown }>
type Pen = CanvasPath

/** The part of ECharts' elements that is used here. */
export interface Element {
  attr(props: object): void
  parent: { childAt(at: number): Element }
}

/** What a target does with the pointer: `pointed` as it moves within, `left` as it goes. */
export interface Target {
  contains(x: number, y: number): boolean
  pointed(target: Element): void
  left(target: Element): void
}
type TargetElement = Element & { shape: { target: Target } }

const EVERYWHERE = new graphic.BoundingRect(-1e6, -1e6, 2e6, 2e6)
const paths = new Map<string, Path>()

/** A symbol as ECharts draws it, two units wide about its place. */
export function symbolPath(symbol: string): Path {
  const path = paths.get(symbol) ?? helper.createSymbol(symbol, -1, -1, 2, 2, '#000')
  paths.set(symbol, path)
  return path
}

export function drawSymbol(pen: Pen, symbol: string): void {
  const path = symbolPath(symbol)
  path.buildPath(pen as CanvasRenderingContext2D, path.shape)
}

graphic.registerShape(
  SYMBOL,
  graphic.extendShape({
    type: SYMBOL,
    shape: { symbol: 'circle' },
    buildPath: (pen, { symbol }: { symbol: string }) => drawSymbol(pen as Pen, symbol),
  }),
)

graphic.registerShape(
  TARGET,
  graphic.extendShape({
    type: TARGET,
    shape: { target: null },
    buildPath: () => undefined,
    getBoundingRect: () => EVERYWHERE,
    ...({
      contain(x, y) {
        return this.shape.target.contains(x, y)
      },
      onmousemove() {
        this.shape.target.pointed(this)
      },
      onmouseout() {
        this.shape.target.left(this)
      },
    } satisfies Record<string, (this: TargetElement, x: number, y: number) => unknown>),
  }),
)
