/** Where one restart stands: `running` is yet to end, `waiting` yet to begin. */
export type Standing = 'ended' | 'dropped' | 'running' | 'collapsed' | 'waiting'

export interface Height {
  id: string
  standing: Standing
  solution: string | null
  /** Log-likelihood; null for one that cannot be compared. */
  value: number | null
}

/** Restarts side by side that belong together: of one solution, or without one and in the same standing. */
export interface Plateau {
  solution: string | null
  standing: Standing
  /** The first of its columns. */
  from: number
  /** One per restart, highest first; NaN where there is none. */
  values: Float64Array
}

/** The restarts as columns from left to right, and what stands on them. */
export interface Terrain {
  order: string[]
  plateaus: Plateau[]
}

const ORDER: readonly Standing[] = ['ended', 'dropped', 'running', 'collapsed', 'waiting']

/**
 * Restarts that come highest first, brought together: those that ended by solution, the solutions in the order of their highest;
 * then the dropped, those still running, the collapsed, and those that wait.
 */
export function layTerrain(heights: readonly Height[]): Terrain {
  const groups = new Map<string, Height[]>()
  for (const height of heights) {
    const key = height.standing === 'ended' ? `ended ${height.solution ?? ''}` : height.standing
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [height])
    else group.push(height)
  }
  const rank = ([first]: readonly Height[]) => ORDER.indexOf(first?.standing ?? 'waiting')
  const order: string[] = []
  const plateaus: Plateau[] = []
  for (const group of [...groups.values()].sort((a, b) => rank(a) - rank(b))) {
    const [first] = group
    if (first === undefined) continue
    plateaus.push({
      solution: first.standing === 'ended' ? first.solution : null,
      standing: first.standing,
      from: order.length,
      values: Float64Array.from(group, ({ value }) => value ?? NaN),
    })
    for (const { id } of group) order.push(id)
  }
  return { order, plateaus }
}
