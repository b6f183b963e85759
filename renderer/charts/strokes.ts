import type { SolutionLook } from './solution-look.ts'
import type { ChartTheme } from './theme.ts'

/** What became of the restart of a curve: `plain` of one that ended, or is on its way. */
export type CurveLook = 'plain' | 'collapsed' | 'dropped' | 'refined'

export interface Curve {
  id: string
  /** Iteration and height alternating. */
  xy: Float64Array
  look: CurveLook
  solution: string | null
}

/** Curves that are drawn alike. */
export interface Stroke {
  id: string
  color: string
  opacity: number
  width: number
  dash: readonly number[]
  /** How the end of each is marked: a ring where it was dropped, a cross where it collapsed. */
  end: 'ring' | 'cross' | null
  curves: readonly Curve[]
}

/** Curves by how they are drawn, the hindmost first: without a solution, dropped, collapsed, then the solutions, the best last. */
export function strokesOf(
  curves: readonly Curve[],
  looks: ReadonlyMap<string, SolutionLook>,
  theme: ChartTheme,
): Stroke[] {
  const groups = new Map<string, Curve[]>()
  for (const curve of curves) {
    const key = groupOf(curve)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [curve])
    else group.push(curve)
  }
  const strokes: Stroke[] = []
  const add = (key: string, style: Omit<Stroke, 'id' | 'curves' | 'width'>) => {
    const group = groups.get(key)
    if (group !== undefined) strokes.push({ id: key, width: theme.thickness, ...style, curves: group })
  }
  add('none', { color: theme.curve, opacity: 0.5, dash: [], end: null })
  add('dropped', { color: theme.muted, opacity: 0.4, dash: [], end: 'ring' })
  add('collapsed', { color: theme.danger, opacity: 0.4, dash: [], end: 'cross' })
  for (const [solution, look] of [...looks].reverse()) {
    const style = { color: look[theme.name], opacity: 0.6, dash: look.dash, end: null }
    add(`solution ${solution}`, style)
    add(`refined ${solution}`, { ...style, opacity: 0.9 })
  }
  return strokes
}

function groupOf({ look, solution }: Curve): string {
  if (look === 'collapsed' || look === 'dropped') return look
  if (solution === null) return 'none'
  return look === 'refined' ? `refined ${solution}` : `solution ${solution}`
}
