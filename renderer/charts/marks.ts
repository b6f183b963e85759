import type { DoubtfulView, LabelsView, PointsView } from '../../contract/views.ts'
import { say } from '../../contract/words/say.ts'
import { formatCount } from '../format/number.ts'
import { rowsThatWeigh } from '../format/weighting.ts'
import type { ChartTheme } from './theme.ts'
import { thinned } from './thin.ts'

export const UNCLASSIFIED = 1
export const OUTLIER = 2

/** Label of noise, which is neither. */
const NOISE = 254
/** Marks of one kind that one plot draws. */
const MOST = 4_000
const CROSS = 'path://M-1,-1L1,1M-1,1L1,-1'

/** Below what points are marked; null where they are not. */
export interface Marking {
  unclassified: number | null
  logDensity: number | null
}

/**
 * What each point drawn is marked as: 0, `UNCLASSIFIED` or `OUTLIER`; null where nothing is to be marked, or it is not known how sure the labels are. Thresholds are rounded as
 * the numbers of the points are, so that one at the threshold is not marked for its rounding.
 */
export function marksOf(
  { labels, uncertainty, logDensity }: LabelsView,
  { unclassified, logDensity: lowest }: Marking,
): Uint8Array | null {
  if (unclassified === null && lowest === null) return null
  if (uncertainty === null || logDensity === null) return null
  const most = unclassified === null ? Infinity : Math.fround(1 - unclassified)
  const least = lowest === null ? -Infinity : Math.fround(lowest)
  const marks = new Uint8Array(uncertainty.length)
  for (let i = 0; i < marks.length; i++) {
    if ((labels[i] ?? 0) >= NOISE) continue
    if ((logDensity[i] ?? NaN) < least) marks[i] = OUTLIER
    else if ((uncertainty[i] ?? NaN) > most) marks[i] = UNCLASSIFIED
  }
  return marks
}

type Points = Pick<PointsView, 'x' | 'y' | 'centre'>

/** Rings about the points that are unclassified and crosses over the outliers, in the colour of the text. */
export function markSeries(
  points: Points,
  marks: Uint8Array | null | undefined,
  theme: ChartTheme,
): object[] {
  if (marks?.length !== points.x.length) return []
  const looks = [
    { mark: UNCLASSIFIED, id: 'unclassified', symbol: 'circle', symbolSize: 9 },
    { mark: OUTLIER, id: 'outliers', symbol: CROSS, symbolSize: 8 },
  ]
  return looks.flatMap(({ mark, id, ...look }) => {
    const data = placesOf(points, marks, mark)
    if (data.length === 0) return []
    return [
      {
        id: `marks-${id}`,
        type: 'scatter',
        data,
        dimensions: ['x', 'y'],
        silent: true,
        z: 3,
        itemStyle: { color: 'transparent', borderColor: theme.text, borderWidth: 1.2 },
        ...look,
      },
    ]
  })
}

function placesOf({ x, y, centre }: Points, marks: Uint8Array, mark: number): Float64Array {
  const marked: number[] = []
  for (let i = 0; i < marks.length; i++) if (marks[i] === mark) marked.push(i)
  const drawn = thinned(marked.length, MOST)
  const xy = new Float64Array(2 * drawn.length)
  drawn.forEach((place, at) => {
    const i = marked[place] ?? 0
    xy[2 * at] = centre.x + (x[i] ?? NaN)
    xy[2 * at + 1] = centre.y + (y[i] ?? NaN)
  })
  return xy
}

/** Rows of one kind, and what they weigh where not all count once. */
export interface Marked {
  rows: number
  weight: number | null
}

/** The rows that wear each mark, drawn or not; null of a kind that is not asked for. */
export interface MarkedRows {
  unclassified: Marked | null
  outliers: Marked | null
}

/** Of doubtful rows over the whole file: outliers that are unclassified as well wear a cross alone. */
export function markedRows(
  { unclassified, outliers, both, counts }: DoubtfulView,
  asked: { unclassified: number | null; outliers: number | null },
  weighted: boolean,
): MarkedRows {
  const sum = (each: readonly number[]) => each.reduce((total, rows) => total + rows, 0)
  const marked = (rows: number, weight: number) => ({ rows, weight: weighted ? weight : null })
  return {
    unclassified:
      asked.unclassified === null
        ? null
        : marked(sum(unclassified) - both, counts.unclassified - counts.both),
    outliers: asked.outliers === null ? null : marked(sum(outliers), counts.outliers),
  }
}

/** Of the points that are drawn. */
export function drawnMarks(
  marks: Uint8Array,
  asked: { unclassified: number | null; outliers: number | null },
): MarkedRows {
  const count = (mark: number) => marks.reduce((sum, each) => (each === mark ? sum + 1 : sum), 0)
  return {
    unclassified: asked.unclassified === null ? null : { rows: count(UNCLASSIFIED), weight: null },
    outliers: asked.outliers === null ? null : { rows: count(OUTLIER), weight: null },
  }
}

/** What the marks mean, and how many rows wear them, none as well. */
export function describeMarks(marks: Uint8Array | null, { unclassified, outliers }: MarkedRows): string {
  const fewer = (marked: Marked | null, mark: number) => marked !== null && marked.rows > drawnOf(marks, mark)
  const some = fewer(unclassified, UNCLASSIFIED) || fewer(outliers, OUTLIER)
  return [
    ...(unclassified === null ? [] : [say('ring: unclassified ({rows})', { rows: counted(unclassified) })]),
    ...(outliers === null ? [] : [say('cross: outlier ({rows})', { rows: counted(outliers) })]),
    ...(some ? [say('some of these marks are drawn')] : []),
  ].join(' · ')
}

const counted = ({ rows, weight }: Marked) =>
  weight === null ? formatCount(rows) : rowsThatWeigh(rows, weight)

const drawnOf = (marks: Uint8Array | null, mark: number) =>
  Math.min(MOST, marks?.reduce((sum, each) => (each === mark ? sum + 1 : sum), 0) ?? 0)
