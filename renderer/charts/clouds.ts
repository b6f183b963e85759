import type { LabelsView, PointsView } from '../../contract/views.ts'

/** Points that look alike. */
export interface Cloud {
  /** Which look they wear; null where all points wear the same. */
  look: number | null
  /** Whether they stand out of a selection that is not empty; null where nothing is selected. */
  selected: boolean | null
  /** x, y alternating, in the units of the axes. */
  xy: Float64Array
  /** Their places among the points drawn. */
  at: Uint32Array
}

/** The labels, where they belong to these points. */
export function labelsFor(points: PointsView, labels: LabelsView | null): Uint8Array | null {
  return labels?.labels.length === points.x.length ? labels.labels : null
}

/** The mask, where it belongs to these points and anything is selected. */
export function selectedOf(points: PointsView, selected: Uint8Array | null | undefined): Uint8Array | null {
  return selected?.length === points.x.length && selected.includes(1) ? selected : null
}

/** Points by what they look like, in the order of the rows, those that are not selected first. */
export function splitByLook(
  points: Pick<PointsView, 'x' | 'y' | 'centre'>,
  wears: Uint8Array | null,
  selected: Uint8Array | null,
): Cloud[] {
  const { x, y, centre } = points
  const groups = new Map<number, number[]>()
  for (let i = 0; i < x.length; i++) {
    const key = (selected?.[i] === 1 ? 256 : 0) + (wears?.[i] ?? 0)
    const members = groups.get(key)
    if (members === undefined) groups.set(key, [i])
    else members.push(i)
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([key, members]) => ({
      look: wears === null ? null : key % 256,
      selected: selected === null ? null : key >= 256,
      xy: Float64Array.from({ length: 2 * members.length }, (_, place) => {
        const i = members[place >> 1] ?? 0
        return place % 2 === 0 ? centre.x + (x[i] ?? NaN) : centre.y + (y[i] ?? NaN)
      }),
      at: Uint32Array.from(members),
    }))
}
