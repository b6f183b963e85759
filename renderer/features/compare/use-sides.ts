import { computed, watch, type ComputedRef } from 'vue'
import { useComparisonStore } from '../../stores/comparison.ts'
import { useFitStore } from '../../stores/fit.ts'
import { usePaced } from '../../stores/paced.ts'
import { useSelectionStore } from '../../stores/selection.ts'
import { choicesOf, secondChoice, shortlist, type Choice } from './choices.ts'

/** Milliseconds between two lists of what can be compared, while restarts end one after the other. */
const PACE = 500

/**
 * What can stand side by side. The left is what every view shows, as long as it is not chosen otherwise; the right another
 * solution, as long as there is one.
 */
export function useSides(): { choices: ComputedRef<Choice[]>; listed: ComputedRef<Choice[]> } {
  const fit = useFitStore()
  const selection = useSelectionStore()
  const sides = useComparisonStore()
  const paced = usePaced(
    () => (fit.restarts.length === 0 ? null : { solutions: fit.solutions, restarts: fit.restarts }),
    PACE,
  )
  const choices = computed(() => choicesOf(paced.value?.solutions ?? [], paced.value?.restarts ?? []))
  const known = computed(() => new Set(choices.value.map(({ value }) => value)))

  watch(
    [choices, () => selection.restart?.id],
    () => {
      const chosen = selection.restart?.id
      if (chosen !== undefined && known.value.has(chosen)) sides.left = chosen
      else if (!known.value.has(sides.left)) sides.left = choices.value[0]?.value ?? ''
      if (!known.value.has(sides.right) || sides.right === sides.left)
        sides.right = secondChoice(choices.value, sides.left)
    },
    { immediate: true, flush: 'sync' },
  )
  const listed = computed(() => shortlist(choices.value, [sides.left, sides.right]))
  return { choices, listed }
}
