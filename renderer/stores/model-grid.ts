import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { LIMITS } from '../../contract/limits.ts'
import type { DisplayCriterion } from '../../contract/display-criteria.ts'
import { modelGrid, type GridCell } from '../../contract/model-grid.ts'
import { useFitStore } from './fit.ts'

/** The cells of the fit on the screen by the criterion in sight, while it runs and after. */
export const useModelGridStore = defineStore('model-grid', () => {
  const fit = useFitStore()
  const criterion = shallowRef<DisplayCriterion>('bic')
  /** Whether BIC and ICL have the sign that mclust prints. */
  const mclust = shallowRef(false)
  const drawing = shallowRef<'curves' | 'heat-map'>('heat-map')

  watch(
    () => fit.shown?.settings.criterion,
    (asked) => {
      if (asked !== undefined) criterion.value = asked
    },
    { immediate: true },
  )

  const cells = computed(() =>
    modelGrid({
      restarts: fit.restarts,
      solutions: fit.solutions,
      unseen: fit.unseen,
      criterion: criterion.value,
      isAside: fit.isAside,
    }),
  )
  /** Whether a fit has ended and none runs, so that it can be extended. */
  const canRun = computed(() => fit.summary !== null && fit.running === null)
  /** Cells that more restarts may change: not settled, or reached less than a smaller one. */
  const open = computed(() => cells.value.filter((cell) => isOpen(cell) && roomOf(cell) > 0))

  /** As many restarts again for cells of the fit; of several as many as the one that has fewest. */
  function runMore(chosen: readonly GridCell[]): void {
    const count = Math.min(...chosen.map(roomOf))
    if (!Number.isFinite(count) || count < 1) return
    const wanted = chosen.map(({ components, covariance }) => ({ components, covariance }))
    void fit.extend({ kind: 'restarts', count, cells: wanted })
  }

  return { criterion, mclust, drawing, cells, canRun, open, runMore }
})

/** Restarts to begin with in a cell that has only starts of the person's own. */
const FIRST = 40

/** How many more a cell is given: as many again as it has, and no more than there may be. */
export function roomOf({ planned }: Pick<GridCell, 'planned'>): number {
  return Math.min(planned || FIRST, LIMITS.restarts - planned)
}

/** Whether more restarts in a cell that has ended could change what it says. */
export function isOpen({ planned, ended, settled, outdoneBy }: GridCell): boolean {
  return planned === ended && (settled === false || outdoneBy !== null)
}
