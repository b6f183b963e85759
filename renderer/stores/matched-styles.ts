/**
 * The number of each category of a column: that of the cluster it matches (`clusterOf`, −1 for none), else the smallest that no cluster
 * and no category before it has. `styles`: the number of each cluster.
 */
export function matchedStyles(clusterOf: readonly number[], styles: readonly number[]): number[] {
  const taken = new Set(styles)
  let free = 0
  return clusterOf.map((cluster) => {
    const own = styles[cluster]
    if (own !== undefined) return own
    while (taken.has(free)) free++
    taken.add(free)
    return free
  })
}
