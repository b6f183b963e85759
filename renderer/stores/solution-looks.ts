import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { SolutionView } from '../../contract/views.ts'
import { solutionLook, type SolutionLook } from '../charts/solution-look.ts'
import { useFitStore } from './fit.ts'
import { cellOf } from './ranking.ts'
import { useSelectionStore } from './selection.ts'

/** The solutions of the cell on the screen, highest first, and the look of each: the best has the first, whatever stands above it. */
export const useSolutionLooks = defineStore('solution-looks', () => {
  const fit = useFitStore()
  const selection = useSelectionStore()

  const ofCell = computed<SolutionView[]>(() =>
    fit.solutions
      .filter((each) => cellOf(each) === selection.cell)
      .sort((a, b) => b.logLikelihood - a.logLikelihood),
  )
  /** The one taken as best. */
  const winner = computed(
    () => ofCell.value.find(({ warnings }) => !fit.isAside(warnings)) ?? ofCell.value[0] ?? null,
  )
  const looks = computed<ReadonlyMap<string, SolutionLook>>(() => {
    let place = 0
    return new Map(
      ofCell.value.map((each) => [each.id, solutionLook(fit.isAside(each.warnings) ? null : place++)]),
    )
  })

  return { ofCell, winner, looks }
})
