import { defineStore } from 'pinia'
import * as v from 'valibot'
import { computed, shallowRef } from 'vue'
import { LIMITS } from '../../contract/limits.ts'
import { DISPLAY_CRITERIA, type DisplayCriterion } from '../../contract/display-criteria.ts'
import { modelGrid, type GridCell } from '../../contract/model-grid.ts'
import { useFitStore } from './fit.ts'
import { useSessionPartsStore } from './session-parts.ts'

const DRAWINGS = ['curves', 'heat-map'] as const

const CRITERION = v.picklist(DISPLAY_CRITERIA)

const FORM = v.object({
  chosen: v.nullable(v.object({ asked: CRITERION, criterion: CRITERION })),
  mclust: v.boolean(),
  drawing: v.picklist(DRAWINGS),
})

/** The cells of the fit on the screen by the criterion in sight, while it runs and after. */
export const useModelGridStore = defineStore('model-grid', () => {
  const fit = useFitStore()
  /** The criterion that the person took, and the one of the fit that they took it instead of. */
  const chosen = shallowRef<{ asked: DisplayCriterion; criterion: DisplayCriterion } | null>(null)
  const asked = computed((): DisplayCriterion => fit.shown?.settings.criterion ?? 'bic')
  /** The one taken, until a fit by another criterion is shown. */
  const criterion = computed({
    get: () => (chosen.value?.asked === asked.value ? chosen.value.criterion : asked.value),
    set: (taken) => (chosen.value = { asked: asked.value, criterion: taken }),
  })
  /** Whether BIC and ICL have the sign that mclust prints. */
  const mclust = shallowRef(false)
  const drawing = shallowRef<(typeof DRAWINGS)[number]>('heat-map')

  useSessionPartsStore().add('model-grid', FORM, {
    state: () => ({ chosen: chosen.value, mclust: mclust.value, drawing: drawing.value }),
    restore: (state) => {
      chosen.value = state.chosen
      mclust.value = state.mclust
      drawing.value = state.drawing
    },
  })

  const cells = computed(() =>
    modelGrid({
      restarts: fit.restarts,
      removed: fit.removed,
      solutions: fit.solutions,
      unseen: fit.unseen,
      criterion: criterion.value,
      dimension: fit.shown?.settings.columns.length ?? 0,
      noise: fit.shown?.settings.noise === true,
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
