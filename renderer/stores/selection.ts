import { defineStore } from 'pinia'
import * as v from 'valibot'
import { computed, shallowRef, watch } from 'vue'
import { say } from '../../contract/words/say.ts'
import type { RestartView, SolutionView } from '../../contract/views.ts'
import { useFitStore } from './fit.ts'
import { useSessionPartsStore } from './session-parts.ts'
import { usePaced } from './paced.ts'
import { cellOf, isUnderway, rankRestarts, type RankedRestart } from './ranking.ts'

export const VIEWS = ['Data', 'Restarts', 'Clusters', 'Models', 'Compare'] as const
export type View = (typeof VIEWS)[number]

/** What their tabs say. */
export const VIEW_NAMES: Record<View, string> = {
  Data: say('Data'),
  Restarts: say('Restarts'),
  Clusters: say('Clusters'),
  Models: say('Models'),
  Compare: say('Compare'),
}

/** Milliseconds between two restarts that lead in turn while a fit runs: what is shown of each is asked for and drawn. */
const PACE = 500

/** What is being looked at: the view, and the one restart that every view shows. */
export const useSelectionStore = defineStore('selection', () => {
  const fit = useFitStore()
  const view = shallowRef<View>('Data')
  const chosen = shallowRef<string | null>(null)

  const byId = computed(() => new Map(fit.restarts.map((each) => [each.id, each])))
  const leading = usePaced(() => fit.running?.leader ?? null, PACE)
  /** What the person chose; else the best solution's best restart; else the one that leads of those that have ended. */
  const restart = computed<RestartView | null>(() => {
    const there = (id: string | null | undefined) => (id == null ? undefined : byId.value.get(id))
    return there(chosen.value) ?? there(bestRestart() ?? leading.value ?? fit.restarts[0]?.id) ?? null
  })
  /** The restart, where it has ended with a model. */
  const withModel = computed(() => {
    const now = restart.value
    return now === null || now.logLikelihood === null || isUnderway(now) ? null : now
  })
  const cell = computed(() => (restart.value === null ? null : cellOf(restart.value)))
  const cells = computed(() => [...new Set(fit.restarts.map(cellOf))])
  const ranked = computed(() =>
    rankRestarts(
      fit.restarts.filter((each) => cellOf(each) === cell.value),
      fit.isAside,
    ),
  )
  /** Restarts of the cell that hits are counted of: refinements are no starts of their own. */
  const tried = computed(() => fit.starts.filter((each) => cellOf(each) === cell.value).length)
  const solution = computed<SolutionView | null>(
    () => fit.solutions.find((each) => each.id === restart.value?.solution) ?? null,
  )

  watch(
    () => fit.running === null || fit.extending !== null || fit.restarts.length === 0,
    (quiet) => {
      if (!quiet) chosen.value = null
    },
    { flush: 'sync' },
  )

  function bestRestart(): string | undefined {
    return fit.summary === null ? undefined : fit.best?.restarts[0]
  }

  function choose(id: string): void {
    chosen.value = id
  }

  function chooseSolution(id: string): void {
    const first = fit.solutions.find((each) => each.id === id)?.restarts[0]
    if (first !== undefined) choose(first)
  }

  /** The best of a cell: its best solution, or while running the restart that leads it. */
  function chooseCell(wanted: string): void {
    const inCell = fit.solutions.filter((each) => cellOf(each) === wanted)
    const solved = inCell.find(({ warnings }) => !fit.isAside(warnings)) ?? inCell[0]
    const first = rankRestarts(
      fit.restarts.filter((each) => cellOf(each) === wanted),
      fit.isAside,
    )[0]
    const id = solved?.restarts[0] ?? first?.restart.id
    if (id !== undefined) choose(id)
  }

  /** What takes the place of the restart on the screen where it is among those that go: the next down the ranking, else the next up. */
  function beside(gone: ReadonlySet<string>): string | null {
    const at = ranked.value.findIndex((each) => each.restart.id === restart.value?.id)
    if (at < 0 || restart.value === null || !gone.has(restart.value.id)) return null
    const stays = (each: RankedRestart) => !gone.has(each.restart.id)
    const next = ranked.value.slice(at).find(stays) ?? ranked.value.slice(0, at).findLast(stays)
    return next?.restart.id ?? null
  }

  /** To the next restart down (1) or up (−1) the ranking. */
  function step(by: 1 | -1): void {
    const at = ranked.value.findIndex((each) => each.restart.id === restart.value?.id)
    const next = ranked.value[at + by]
    if (next !== undefined) choose(next.restart.id)
  }

  useSessionPartsStore().add('views', v.object({ view: v.picklist(VIEWS), chosen: v.nullable(v.string()) }), {
    state: () => ({ view: view.value, chosen: chosen.value }),
    restore(state) {
      view.value = state.view
      chosen.value = state.chosen
    },
  })

  return {
    view,
    restart,
    withModel,
    cell,
    cells,
    ranked,
    tried,
    solution,
    choose,
    chooseSolution,
    chooseCell,
    beside,
    step,
  }
})
