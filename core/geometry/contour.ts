/**
 * The lines along which a surface has a given level, by marching squares (Lorensen & Cline 1987, in the plane), linear between
 * neighbouring crossings: polylines of x and y alternating; those that do not end at the edge close on themselves.
 *
 * @param x Lines of the grid in rising order, at any distances; so is `y`.
 * @param values Heights of the surface [y × x] row-major.
 */
export function contourLines(
  x: Float64Array,
  y: Float64Array,
  values: Float64Array,
  level: number,
): Float64Array[] {
  const links = linksOf(x.length, y.length, values, level)
  const lines: Float64Array[] = []
  const follow = (start: number) => {
    const edges = [start]
    for (let edge = take(links, start); edge !== null; edge = take(links, edge)) edges.push(edge)
    const xy = new Float64Array(2 * edges.length)
    edges.forEach((edge, i) => xy.set(pointOn(edge, x, y, values, level), 2 * i))
    lines.push(xy)
  }
  for (const [edge, next] of links) if (next.length === 1) follow(edge)
  for (const [edge, next] of links) if (next.length > 0) follow(edge)
  return lines
}

/** An edge of the grid: twice the place of its lower left end, and one more where it runs along y. */
type Links = Map<number, number[]>

function linksOf(width: number, height: number, values: Float64Array, level: number): Links {
  const links: Links = new Map()
  const link = (a: number, b: number) => {
    links.set(a, [...(links.get(a) ?? []), b])
    links.set(b, [...(links.get(b) ?? []), a])
  }
  for (let row = 0; row + 1 < height; row++) {
    for (let column = 0; column + 1 < width; column++) {
      const at = row * width + column
      const first = values[at] >= level
      const same =
        first === values[at + 1] >= level &&
        first === values[at + width + 1] >= level &&
        first === values[at + width] >= level
      if (same) continue
      const corners = [at, at + 1, at + width + 1, at + width]
      const above = corners.map((corner) => values[corner] >= level)
      const edges = [2 * at, 2 * (at + 1) + 1, 2 * (at + width), 2 * at + 1]
      const crossed = edges.filter((_, side) => above[side] !== above[(side + 1) % 4])
      if (crossed.length === 2) link(crossed[0], crossed[1])
      if (crossed.length === 4) {
        const middle = corners.reduce((sum, corner) => sum + values[corner], 0) / 4
        const turn = middle >= level === above[0] ? 0 : 1
        link(edges[turn], edges[turn + 1])
        link(edges[turn + 2], edges[(turn + 3) % 4])
      }
    }
  }
  return links
}

/** The edge that the line goes on to; the way there is used up. */
function take(links: Links, edge: number): number | null {
  const next = links.get(edge)?.pop()
  if (next === undefined) return null
  const back = links.get(next) ?? []
  back.splice(back.indexOf(edge), 1)
  return next
}

function pointOn(
  edge: number,
  x: Float64Array,
  y: Float64Array,
  values: Float64Array,
  level: number,
): [number, number] {
  const at = Math.floor(edge / 2)
  const [column, row] = [at % x.length, Math.floor(at / x.length)]
  const upward = edge % 2 === 1
  const [low, high] = [values[at], values[upward ? at + x.length : at + 1]]
  const share = (level - low) / (high - low)
  return upward
    ? [x[column], y[row] + share * (y[row + 1] - y[row])]
    : [x[column] + share * (x[column + 1] - x[column]), y[row]]
}
