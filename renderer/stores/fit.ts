import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { isRefinement } from '../../contract/refinement.ts'
import { isSetAside } from '../../contract/set-aside.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type {
  DatasetSummary,
  FitProgress,
  FitSummary,
  RestartView,
  SolutionView,
} from '../../contract/views.ts'
import { useDatasetStore } from './dataset.ts'
import { useEngineStore } from './engine.ts'
import { useNoticesStore } from './notices.ts'
import { createTraces, type Traces } from './traces.ts'

/** What the engine needs to know to be asked about the restarts on the screen. */
export interface ShownFit extends Pick<FitSummary, 'fit' | 'dataset' | 'settings'> {
  /** Names of the columns fitted. */
  columns: string[]
}

export type RunningFit = Pick<
  FitProgress,
  'done' | 'total' | 'stage' | 'tried' | 'toTry' | 'seconds' | 'secondsLeft' | 'leader'
>

const BEFORE: RunningFit = {
  done: 0,
  total: 0,
  stage: 'restarts',
  tried: 0,
  toTry: 0,
  seconds: 0,
  secondsLeft: null,
  leader: null,
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
  const notices = useNoticesStore()
  const running = shallowRef<RunningFit | null>(null)
  const stopping = shallowRef(false)
  const shown = shallowRef<ShownFit | null>(null)
  const summary = shallowRef<FitSummary | null>(null)
  const restarts = shallowRef<RestartView[]>([])
  const revision = shallowRef(0)
  const allowSpurious = shallowRef(false)
  let traces: Traces = createTraces()
  let positions = new Map<string, number>()
  let controller: AbortController | null = null

  const solutions = computed<SolutionView[]>(() => summary.value?.solutions ?? [])
  /** The restarts without the refinements, which are no starts of their own. */
  const starts = computed(() => restarts.value.filter((each) => !isRefinement(each.initialisation)))
  const finished = computed(() => starts.value.filter((each) => DONE.has(each.state)))

  async function run(settings: FitSettings): Promise<void> {
    const data = dataset.summary
    if (data === null || running.value !== null) return
    const mine = new AbortController()
    controller = mine
    stopping.value = false
    notices.clear()
    running.value = BEFORE
    let started = false
    const onProgress = (progress: FitProgress) => {
      if (controller !== mine) return
      if (!started) begin(progress.fit, data, settings)
      started = true
      take(progress)
    }
    try {
      const ended = await engines
        .engine()
        .fit({ dataset: data.dataset, settings }, { signal: mine.signal, onProgress })
      if (controller !== mine) return
      if (!started) begin(ended.fit, data, settings)
      summary.value = ended
      restarts.value = ended.restarts
      revision.value++
    } catch (thrown) {
      if (controller !== mine) return
      notices.report(thrown)
      if (started) shown.value = null
    } finally {
      if (controller === mine) {
        controller = null
        running.value = null
        stopping.value = false
      }
    }
  }

  function begin(id: string, data: DatasetSummary, settings: FitSettings): void {
    clear()
    const columns = settings.columns.map((index) => data.columns[index]?.name ?? '')
    shown.value = { fit: id, dataset: data.dataset, settings, columns }
  }

  function take(progress: FitProgress): void {
    const next = restarts.value.slice()
    for (const { restart, traceFrom, trace } of progress.changes) {
      traces.append(restart.id, traceFrom, trace)
      const at = positions.get(restart.id) ?? next.length
      positions.set(restart.id, at)
      next[at] = restart
    }
    restarts.value = next
    running.value = progress
    revision.value++
  }

  function clear(): void {
    shown.value = null
    summary.value = null
    restarts.value = []
    traces = createTraces()
    positions = new Map()
    revision.value++
  }

  function stop(): void {
    if (controller === null || stopping.value) return
    stopping.value = true
    controller.abort()
  }

  /** The data this fit belongs to is gone. */
  function abandon(): void {
    controller?.abort()
    controller = null
    running.value = null
    stopping.value = false
    clear()
  }

  /** Whether warnings keep a restart or solution from being taken as best. */
  const isAside = (warnings: readonly { code: string }[]): boolean =>
    isSetAside(allowSpurious.value ? warnings.filter(({ code }) => code !== 'spurious') : warnings)
  const traceOf = (restart: string): Float64Array => traces.of(restart)

  return {
    running,
    stopping,
    shown,
    summary,
    restarts,
    revision,
    allowSpurious,
    isAside,
    solutions,
    starts,
    finished,
    run,
    stop,
    abandon,
    traceOf,
  }
})
