import { createGroups, type MergeCriterion } from './groups.ts'
import type { Points } from './scaled-directions.ts'

/**
 * Labels (0-based) of the points after the pair of groups that costs least has been merged again and again, from one group per
 * point until `components` are left. Needs components ≤ points. Ties go to the pair that stands last in the order of mclust
 * (Scrucca et al. 2016), where the last group takes the place of one that was merged. Memory for half a square of the points,
 * and time for about their square of costs. `stopped` is asked once per point and once per merge; null if it was stopped.
 * `weights` [points] as in `createGroups`.
 */
export function agglomerate(
  points: Points,
  components: number,
  criterion: MergeCriterion,
  stopped: () => boolean,
  weights: Float64Array | null = null,
): Uint8Array | null {
  const groups = createGroups(points, criterion, weights)
  const first = groups.count
  /** Cost of a pair at `place(low, high)`; of each group its cheapest partner in a lower place. */
  const costs = new Float64Array((first * (first - 1)) / 2)
  const partner = new Uint16Array(first)
  const least = new Float64Array(first)

  function rescan(high: number): void {
    least[high] = Infinity
    for (let low = 0, at = place(0, high); low < high; low++, at++) {
      if (costs[at] <= least[high]) {
        least[high] = costs[at]
        partner[high] = low
      }
    }
  }

  /** The cost of a pair has changed. */
  function settle(low: number, high: number, cost: number): void {
    costs[place(low, high)] = cost
    if (cost < least[high] || (cost === least[high] && low > partner[high])) {
      least[high] = cost
      partner[high] = low
    } else if (partner[high] === low && cost !== least[high]) rescan(high)
  }

  /** The last group's costs become those of the place it moves to, which may be its own. */
  function move(last: number, to: number): void {
    for (let other = 0; other < last; other++) {
      if (other === to) continue
      const cost = costs[place(other, last)]
      if (other < to) costs[place(other, to)] = cost
      else settle(to, other, cost)
    }
    if (to < last) rescan(to)
  }

  for (let high = 1; high < first; high++) {
    if (stopped()) return null
    for (let low = 0, at = place(0, high); low < high; low++, at++) costs[at] = groups.cost(low, high)
    rescan(high)
  }
  while (groups.count > components) {
    if (stopped()) return null
    let high = 1
    for (let group = 2; group < groups.count; group++) if (least[group] <= least[high]) high = group
    const low = partner[high]
    groups.merge(low, high)
    move(groups.count, high)
    for (let group = 0; group < low; group++) costs[place(group, low)] = groups.cost(group, low)
    if (low > 0) rescan(low)
    for (let group = low + 1; group < groups.count; group++) settle(low, group, groups.cost(low, group))
  }
  return Uint8Array.from(groups.places)
}

const place = (low: number, high: number) => (high * (high - 1)) / 2 + low
