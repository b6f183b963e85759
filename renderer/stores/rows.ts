import { hearAxis } from '../../contract/words/hear.ts'
import { defineStore } from 'pinia'
import * as v from 'valibot'
import { computed, shallowRef, watch } from 'vue'
import {
  addRow,
  countRows,
  eachRow,
  hasRow,
  isMaskOf,
  noRows,
  type RowMask,
} from '../../contract/row-mask.ts'
import type { Input } from '../../contract/schemas.ts'
import type { PointsView } from '../../contract/views.ts'
import { say } from '../../contract/words/say.ts'
import { formatNumber } from '../format/number.ts'
import { restartName } from '../format/words.ts'
import { useDatasetStore } from './dataset.ts'
import { useEngineStore } from './engine.ts'
import { useFitStore } from './fit.ts'
import { useIdentityStore } from './identity.ts'
import { combine, describe, inverse, nextRow } from './masks.ts'
import type { Mode } from './mode.ts'
import { useNoticesStore } from './notices.ts'
import { useSessionPartsStore } from './session-parts.ts'

type Known = Extract<Input<'select'>, { kind: 'known-cell' | 'misplaced' }>
type WithoutFit<T> = T extends unknown ? Omit<T, 'fit'> : never
export type KnownRows = WithoutFit<Known>

/** A plot that a region is drawn on. `columns`: those of its projection; absent, those of the fit on the screen. */
type Plot = Pick<PointsView, 'projection' | 'axisNames'> & { columns?: number[] }

/**
 * The selected rows of the file that is open, the same in every view. They stay selected whatever is fitted or looked at, until
 * another file is opened. What is asked for is applied in the order in which it was asked for; what is under way when they are
 * cleared is dropped.
 */
export const useRowsStore = defineStore('rows', () => {
  const engines = useEngineStore()
  const dataset = useDatasetStore()
  const fit = useFitStore()
  const identity = useIdentityStore()
  const notices = useNoticesStore()
  const mask = shallowRef<RowMask>(noRows(0))
  const count = shallowRef(0)
  const description = shallowRef('')
  const total = computed(() => dataset.summary?.rows ?? 0)
  let queue: Promise<void> = Promise.resolve()
  let turn = 0

  watch(() => dataset.summary?.dataset, clear, { immediate: true, flush: 'sync' })

  function set(now: RowMask, words: string): void {
    mask.value = now
    count.value = countRows(now)
    description.value = count.value === 0 ? '' : words
  }

  /** Takes a mask over the rows of the file that somebody has worked out, `what` saying which rows they are. */
  function take(pointed: RowMask, what: string, mode: Mode): void {
    set(combine(mask.value, pointed, mode), describe(description.value, what, mode))
  }

  /** Resolves once the rows are selected, or it was said why they cannot be. */
  function ask(wanted: Input<'select'>, what: string, mode: Mode): Promise<void> {
    const mine = turn
    const answer = Promise.resolve().then(() => engines.engine().select(wanted))
    answer.catch(() => undefined)
    const apply = async () => {
      try {
        const { mask: pointed } = await answer
        if (mine === turn) take(pointed, what, mode)
      } catch (thrown) {
        if (mine === turn) notices.report(thrown)
      }
    }
    queue = queue.then(apply)
    return queue
  }

  /** Rows that a restart labels with a component, 0-based. */
  function selectCluster(restart: string, component: number, mode: Mode = 'replace'): Promise<void> {
    const wanted = { kind: 'cluster', fit: fitId(), restart, component } as const
    return ask(wanted, nameOf(restart, component), mode)
  }

  /** Rows that a restart labels as noise. */
  function selectNoise(restart: string, mode: Mode = 'replace'): Promise<void> {
    return ask(
      { kind: 'noise', fit: fitId(), restart },
      say('noise of {restart}', { restart: nameOfRestart(restart) }),
      mode,
    )
  }

  /** Rows of one of so many clusters (0-based) that the components of a restart are merged into, which goes by a number of its own. */
  function selectMerged(
    restart: string,
    { clusters, cluster, number }: { clusters: number; cluster: number; number: number },
    mode: Mode = 'replace',
  ): Promise<void> {
    const what = say('merged cluster {cluster} of {restart}', {
      cluster: number + 1,
      restart: nameOfRestart(restart),
    })
    return ask({ kind: 'merged', fit: fitId(), restart, clusters, cluster }, what, mode)
  }

  /** Rows that are set beside a known label, `what` saying which. */
  function selectKnown(wanted: KnownRows, what: string, mode: Mode = 'replace'): Promise<void> {
    return ask({ ...wanted, fit: fitId() }, what, mode)
  }

  /** Rows that one restart labels with component `a` and another with component `b`, 0-based. */
  function selectCell(
    left: string,
    right: string,
    a: number,
    b: number,
    mode: Mode = 'replace',
  ): Promise<void> {
    const sides = { left: { restart: left, component: a }, right: { restart: right, component: b } }
    const what = say('what is {left} and {right}', { left: nameOf(left, a), right: nameOf(right, b) })
    return ask({ kind: 'cell', fit: fitId(), ...sides }, what, mode)
  }

  /** Rows that change cluster between two restarts. */
  function selectChanges(left: string, right: string, mode: Mode = 'replace'): Promise<void> {
    const what = say('rows that change cluster from {left} to {right}', { left, right })
    return ask({ kind: 'changes', fit: fitId(), left, right }, what, mode)
  }

  /** Rows on whose cluster less than a share of the votes of the good solutions agree. */
  function selectFragile(
    { restart, gap }: { restart: string; gap: number },
    below: number,
    mode: Mode = 'replace',
  ): Promise<void> {
    const what = say('rows of {restart} with an agreement below {below}', {
      restart,
      below: formatNumber(below),
    })
    return ask({ kind: 'fragile', fit: fitId(), restart, gap, below }, what, mode)
  }

  /** Rows of a restart beneath thresholds: unclassified ones, or outliers. */
  function selectDoubtful(
    restart: string,
    threshold: { unclassified: number } | { outliers: number },
    mode: Mode = 'replace',
  ): Promise<void> {
    const of = { fit: fitId(), restart }
    if ('unclassified' in threshold) {
      const { unclassified: below } = threshold
      return ask(
        { kind: 'unclassified', ...of, below },
        say('unclassified rows of {restart}, below {below}', { restart, below: formatNumber(below) }),
        mode,
      )
    }
    const { outliers: share } = threshold
    const what = say('outliers of {restart}, the lowest {share} % by log density', {
      restart,
      share: formatNumber(100 * share, 3),
    })
    return ask({ kind: 'outliers', ...of, share }, what, mode)
  }

  /** Rows inside a polygon (x, y alternating) in the units of the plot, whether they are drawn or not. */
  function selectRegion(plot: Plot, polygon: Float64Array, mode: Mode = 'replace'): Promise<void> {
    const { projection } = plot
    const [x, y] = [hearAxis(plot.axisNames.x), hearAxis(plot.axisNames.y)]
    const { dataset: id = '', settings } = fit.shown ?? {}
    const columns = plot.columns ?? settings?.columns ?? []
    const one = projection.origin.length === 1
    const what = one ? say('a range of {x}', { x }) : say('an area of {x} × {y}', { x, y })
    const area = { projection, polygon: one ? bandOf(polygon) : polygon }
    return ask({ kind: 'region', dataset: id, columns, ...area }, what, mode)
  }

  function selectRows(
    indices: Iterable<number>,
    mode: Mode = 'replace',
    what = say('rows of the table'),
  ): void {
    const pointed = noRows(total.value)
    for (const row of indices) if (row < total.value) addRow(pointed, row)
    take(pointed, what, mode)
  }

  function invert(): void {
    set(
      inverse(mask.value, total.value),
      description.value === '' ? say('all rows') : say('all but {rows}', { rows: description.value }),
    )
  }

  function clear(): void {
    turn++
    set(noRows(total.value), '')
  }

  /** What is selected, for a way back. */
  const snapshot = () => ({ mask: mask.value, description: description.value })

  /** Selects what was selected once; what is under way is dropped. */
  function restore(state: ReturnType<typeof snapshot>): void {
    turn++
    set(state.mask, state.description)
  }

  /** The selected rows in rising order. */
  function list(): Uint32Array {
    const rows = new Uint32Array(count.value)
    let at = 0
    eachRow(mask.value, (row) => (rows[at++] = row))
    return rows
  }

  /** The next selected row down (1) or up (−1) from a row, round the end. */
  const next = (from: number, by: 1 | -1): number | null => nextRow(mask.value, total.value, from, by)

  const has = (row: number): boolean => hasRow(mask.value, row)

  /** One byte per row of the file asked about, 1 where it is selected; null where no row is selected at all. */
  function maskFor(fileRows: Uint32Array): Uint8Array | null {
    if (count.value === 0) return null
    const selected = new Uint8Array(fileRows.length)
    for (let i = 0; i < fileRows.length; i++)
      selected[i] = (mask.value[fileRows[i] >> 3] >> (fileRows[i] & 7)) & 1
    return selected
  }

  function nameOf(restart: string, component: number): string {
    const number = (identity.styles(restart)[component] ?? component) + 1
    return say('cluster {cluster} of {restart}', { cluster: number, restart: nameOfRestart(restart) })
  }

  function nameOfRestart(restart: string): string {
    const view = fit.restartOf(restart)
    return view === null ? restart : restartName(view)
  }

  const fitId = (): string => fit.shown?.fit ?? ''

  const Rows = v.object({ mask: v.instance(Uint8Array), description: v.string() })
  useSessionPartsStore().add('selected rows', Rows, {
    state: snapshot,
    restore(state) {
      if (isMaskOf(state.mask, total.value)) set(state.mask, state.description)
    },
  })

  return {
    mask,
    count,
    total,
    description,
    take,
    selectCluster,
    selectNoise,
    selectMerged,
    selectKnown,
    selectCell,
    selectChanges,
    selectFragile,
    selectDoubtful,
    selectRegion,
    selectRows,
    invert,
    clear,
    snapshot,
    restore,
    list,
    next,
    has,
    maskFor,
  }
})

/** Where a plot shows one column, how high something was drawn means nothing. */
function bandOf(polygon: Float64Array): Float64Array {
  const along = polygon.filter((_, at) => at % 2 === 0)
  const [low, high] = [Math.min(...along), Math.max(...along)]
  return Float64Array.of(low, -1, high, -1, high, 1, low, 1)
}
