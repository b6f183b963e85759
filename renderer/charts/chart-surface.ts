import { shallowReactive } from 'vue'
import type { Pixel } from './drawn-area.ts'
import type { Panel, Surface } from './surface.ts'

/** The part of a chart that says where its plots lie. */
interface Placed {
  containPixel(finder: { gridIndex: number }, pixel: [number, number]): boolean
  convertFromPixel(finder: { gridIndex: number }, pixel: [number, number]): number[]
}

/** Places looked at each way for one inside a plot. */
const GRAIN = 24

/** A chart as those who draw over it see it; `drawable`: there is one; `heard`: whether one of them takes a key. */
export function createSurface(
  chart: () => Placed | null,
  box: () => HTMLElement | null,
  panels: () => readonly number[],
): { surface: Surface; drawable(): boolean; heard(event: KeyboardEvent): boolean } {
  const listeners = shallowReactive(new Set<(event: KeyboardEvent) => boolean>())
  const size = () => ({ width: box()?.clientWidth ?? 0, height: box()?.clientHeight ?? 0 })
  const panelOf = (grid: number): Panel => ({
    grid,
    holds: ({ x, y }) => chart()?.containPixel({ gridIndex: grid }, [x, y]) ?? false,
    valueAt: ({ x, y }) => {
      const [valueX = NaN, valueY = NaN] = chart()?.convertFromPixel({ gridIndex: grid }, [x, y]) ?? []
      return [valueX, valueY]
    },
  })

  /** Some place well inside, found by looking everywhere. */
  function middleOf({ holds }: Panel): Pixel | undefined {
    const { width, height } = size()
    const places = Array.from({ length: GRAIN * GRAIN }, (_, at) => ({
      x: ((at % GRAIN) + 0.5) * (width / GRAIN),
      y: (Math.floor(at / GRAIN) + 0.5) * (height / GRAIN),
    })).filter(holds)
    return places[Math.floor(places.length / 2)]
  }

  const surface: Surface = {
    size,
    panelAt: (pixel) =>
      panels()
        .map(panelOf)
        .find(({ holds }) => holds(pixel)) ?? null,
    middles: () =>
      panels().flatMap((grid) => {
        const panel = panelOf(grid)
        const at = middleOf(panel)
        return at === undefined ? [] : [{ panel, at }]
      }),
    onKey(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    forward: (event) => void box()?.querySelector('canvas')?.dispatchEvent(event),
  }
  return {
    surface,
    drawable: () => listeners.size > 0,
    heard: (event) => [...listeners].some((listener) => listener(event)),
  }
}
