interface Group {
  /** Sum over its members of wanted place − position within the group. */
  sum: number
  members: number[]
}

/** How far each label is moved so that no two are closer than `gap`, their order is kept, and all moves together are small. */
export function spread(wanted: readonly number[], gap: number): number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => wanted[a] - wanted[b])
  const groups: Group[] = []
  const top = ({ sum, members }: Group) => sum / members.length
  for (const at of order) {
    groups.push({ sum: wanted[at], members: [at] })
    for (let last = groups.length - 1; last > 0; last--) {
      const [above, below] = [groups[last - 1], groups[last]]
      const count = above.members.length
      if (top(above) + count * gap <= top(below)) break
      const sum = above.sum + below.sum - below.members.length * count * gap
      groups.splice(last - 1, 2, { sum, members: [...above.members, ...below.members] })
    }
  }
  const moves = wanted.map(() => 0)
  for (const group of groups)
    group.members.forEach((at, place) => (moves[at] = top(group) + place * gap - wanted[at]))
  return moves
}
