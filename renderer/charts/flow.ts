/** The rows of one cluster, as a bar. */
export interface FlowBar {
  component: number
  rows: number
  y: number
  height: number
}

/** The rows that go from a cluster on the left to one on the right. */
export interface FlowRibbon {
  left: number
  right: number
  rows: number
  /** An SVG path. */
  path: string
}

export interface Flow {
  left: FlowBar[]
  right: FlowBar[]
  /** Widest first, so that narrow ones lie on top. */
  ribbons: FlowRibbon[]
}

export interface FlowBox {
  width: number
  height: number
  /** Room for the bar and its name on either side. */
  margin: number
}

const GAP = 8
/** Of the height, at most so much is left between bars. */
const GAPS = 0.3
/** So that a single row of a million can be seen and pressed. */
const THINNEST = 1.5

/**
 * Two partitions as bars, and ribbons between them as wide as their rows. `contingency` [K left][K right]; `match[k]` is the
 * right cluster that stands opposite left cluster k, −1 for none.
 */
export function planFlow(
  contingency: readonly (readonly number[])[],
  match: readonly number[],
  box: FlowBox,
): Flow {
  const lefts = contingency.map((_, k) => k)
  const rights = contingency[0]?.map((_, k) => k) ?? []
  const matched = match.filter((k) => k >= 0)
  const order = [...matched, ...rights.filter((k) => !matched.includes(k))]
  const total = contingency.flat().reduce((sum, rows) => sum + rows, 0) || 1
  const most = Math.max(lefts.length, rights.length)
  const gap = most < 2 ? 0 : Math.min(GAP, (GAPS * box.height) / (most - 1))
  const scale = (box.height - gap * (most - 1)) / total

  const left = stack(lefts, (a) => sum(contingency[a] ?? []), gap, scale, box.height)
  const right = stack(order, (b) => sum(contingency.map((row) => row[b] ?? 0)), gap, scale, box.height)
  const leftEnds = new Map(left.map(({ component, y }) => [component, y]))
  const rightEnds = new Map(right.map(({ component, y }) => [component, y]))
  const ribbons: FlowRibbon[] = []
  for (const a of lefts) {
    for (const b of order) {
      const rows = contingency[a]?.[b] ?? 0
      if (rows === 0) continue
      const [from, to] = [leftEnds.get(a) ?? 0, rightEnds.get(b) ?? 0]
      leftEnds.set(a, from + rows * scale)
      rightEnds.set(b, to + rows * scale)
      ribbons.push({ left: a, right: b, rows, path: ribbon(from, to, rows * scale, box) })
    }
  }
  return { left, right, ribbons: ribbons.sort((p, q) => q.rows - p.rows) }
}

function stack(
  components: readonly number[],
  rowsOf: (component: number) => number,
  gap: number,
  scale: number,
  height: number,
): FlowBar[] {
  const rows = components.map(rowsOf)
  let y = (height - sum(rows) * scale - gap * (rows.length - 1)) / 2
  return components.map((component, at) => {
    const bar = { component, rows: rows[at] ?? 0, y, height: (rows[at] ?? 0) * scale }
    y += bar.height + gap
    return bar
  })
}

function ribbon(from: number, to: number, thickness: number, { width, margin }: FlowBox): string {
  const [x0, x1, middle] = [margin, width - margin, width / 2]
  const more = Math.max(0, THINNEST - thickness) / 2
  const [a, b, c, d] = [from - more, to - more, to + thickness + more, from + thickness + more].map(short)
  const [m, l, r] = [middle, x0, x1].map(short)
  return `M${l} ${a}C${m} ${a} ${m} ${b} ${r} ${b}V${c}C${m} ${c} ${m} ${d} ${l} ${d}Z`
}

const short = (value: number) => String(Math.round(value * 100) / 100)

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
