import { defineStore } from 'pinia'
import * as v from 'valibot'
import { computed, shallowRef } from 'vue'
import type { More } from '../../contract/extension.ts'
import { isIndependent } from '../../contract/refinement.ts'
import { isSetAside } from '../../contract/set-aside.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type {
  DatasetSummary,
  FitProgress,
  FitSummary,
  RestartView,
  SolutionView,
  UnseenView,
} from '../../contract/views.ts'
import { useDatasetStore } from './dataset.ts'
import { useEngineStore } from './engine.ts'
import { useSessionPartsStore } from './session-parts.ts'
import { useFitCall } from './fit-call.ts'
import { withSolutions } from './live-solutions.ts'
import { createTraces, type Traces } from './traces.ts'

/** What the engine needs to know to be asked about the restarts on the screen. */
export interface ShownFit extends Pick<FitSummary, 'fit' | 'dataset' | 'settings'> {
  /** Names of the columns fitted. */
  columns: string[]
}

const DONE: ReadonlySet<RestartView['state']> = new Set([
  'converged',
  'iteration-limit',
  'collapsed',
  'dropped',
])

/** The fit on the screen: running, or as it ended. The one before stays until the new one has something to show. */
export const useFitStore = defineStore('fit', () => {
  const engines = useEngineStore()
  const dataset = useDatasetStore()
  const call = useFitCall()
  const { running, stopping } = call
  const shown = shallowRef<ShownFit | null>(null)
  const summary = shallowRef<FitSummary | null>(null)
  const restarts = shallowRef<RestartView[]>([])
  /** What is known of the solutions while restarts run. */
  const live = shallowRef<Pick<FitProgress, 'solutions' | 'unseen'> | null>(null)
  const revision = shallowRef(0)
  /** What the fit is being extended by. */
  const extending = shallowRef<More['kind'] | null>(null)
  const allowSpurious = shallowRef(false)
  const traces = shallowRef<Traces>(createTraces())
  let positions = new Map<string, number>()

  const found = computed(() => live.value ?? summary.value)
  /** Sorted by the criterion; while a fit runs, those known so far. */
  const solutions = computed<readonly SolutionView[]>(() => found.value?.solutions ?? [])
  const unseen = computed<readonly UnseenView[]>(() => found.value?.unseen ?? [])
  /** The solution taken as best: the first that may be, or the first where none may. */
  const best = computed(
    () => solutions.value.find(({ warnings }) => !isAside(warnings)) ?? solutions.value[0] ?? null,
  )
  /** Removed by hand: they stand in no list, and count in nothing. */
  const removed = computed<readonly RestartView[]>(() => summary.value?.removed ?? [])
  /** Another one where the fit has been extended or restarts have been removed, and the same again where they are back. */
  const version = computed(
    () => `${summary.value?.extensions.length ?? 'running'} ${removed.value.map(({ id }) => id).join(' ')}`,
  )
  /** The independent starts, without refinements and manual restarts. */
  const starts = computed(() => restarts.value.filter(isIndependent))
  const finished = computed(() => starts.value.filter((each) => DONE.has(each.state)))

  async function run(settings: FitSettings): Promise<void> {
    const data = dataset.summary
    if (data === null || running.value !== null) return
    let begun = false
    const start = (id: string) => {
      if (!begun) begin(id, data, settings)
      begun = true
    }
    const asked = { dataset: data.dataset, settings }
    const ended = await call.follow(
      (options) => engines.engine().fit(asked, options),
      (progress) => {
        start(progress.fit)
        take(progress)
      },
      (summed) => {
        start(summed.fit)
        settle(summed)
      },
    )
    if (ended === 'failed' && begun) shown.value = null
  }

  /** Adds to the fit on the screen, once it has ended; where that fails it stays as it was. */
  async function extend(more: More): Promise<void> {
    const before = summary.value
    if (before === null || running.value !== null) return
    extending.value = more.kind
    const asked = { fit: before.fit, more }
    const ended = await call.follow((options) => engines.engine().extend(asked, options), take, settle)
    if (ended === 'failed' && summary.value !== null) settle(summary.value)
    if (ended !== 'superseded') extending.value = null
  }

  function begin(id: string, data: DatasetSummary, settings: FitSettings): void {
    clear()
    const columns = settings.columns.map((index) => data.columns[index]?.name ?? '')
    shown.value = { fit: id, dataset: data.dataset, settings, columns }
  }

  function take(progress: FitProgress): void {
    const next = restarts.value.slice()
    for (const { restart, traceFrom, trace } of progress.changes) {
      traces.value.append(restart.id, traceFrom, trace)
      const at = positions.get(restart.id) ?? next.length
      positions.set(restart.id, at)
      next[at] = restart
    }
    if (progress.solutions !== null) live.value = progress
    restarts.value = withSolutions(next, solutions.value)
    revision.value++
  }

  function settle(ended: FitSummary): void {
    summary.value = ended
    live.value = null
    restarts.value = ended.restarts
    positions = new Map(ended.restarts.map(({ id }, at) => [id, at]))
    revision.value++
  }

  function clear(): void {
    shown.value = null
    summary.value = null
    live.value = null
    restarts.value = []
    traces.value = createTraces()
    positions = new Map()
    revision.value++
  }

  /** The fit on the screen without other restarts than before; false where another one is there by now. */
  function amend(ended: FitSummary): boolean {
    if (shown.value?.fit !== ended.fit) return false
    settle(ended)
    return true
  }

  /** A fit that ended in another session, with the traces of its restarts, removed ones last. */
  function restore(ended: FitSummary, of: readonly Float64Array[]): void {
    clear()
    const { fit: id, dataset: data, settings, columns } = ended
    shown.value = { fit: id, dataset: data, settings, columns }
    const all = [...ended.restarts, ...ended.removed]
    all.forEach(({ id: restart }, at) => traces.value.append(restart, 0, of[at] ?? new Float64Array()))
    settle(ended)
  }

  /** The data this fit belongs to is gone. */
  function abandon(): void {
    call.abandon()
    extending.value = null
    allowSpurious.value = false
    clear()
  }

  /** Whether warnings keep a restart or solution from being taken as best. */
  const isAside = (warnings: readonly { code: string }[]): boolean =>
    isSetAside(warnings, allowSpurious.value)
  /** Any restart of the fit, also one that was removed. */
  const restartOf = (id: string): RestartView | null =>
    [...restarts.value, ...removed.value].find((each) => each.id === id) ?? null
  /** Not an action: it is asked for thousands of restarts at once. */
  const traceOf = computed(() => traces.value.of)

  useSessionPartsStore().add('spurious ones', v.boolean(), {
    state: () => allowSpurious.value,
    restore: (allowed) => (allowSpurious.value = allowed),
  })

  return {
    running,
    stopping,
    shown,
    summary,
    restarts,
    revision,
    extending,
    allowSpurious,
    isAside,
    solutions,
    unseen,
    best,
    starts,
    finished,
    removed,
    version,
    restartOf,
    run,
    extend,
    amend,
    restore,
    stop: call.stop,
    abandon,
    traceOf,
  }
})
