import { computed, type ComputedRef } from 'vue'
import { unrepeatable } from '../../contract/repeatable.ts'
import { sayPhrase } from '../../contract/words/say.ts'
import { useFitStore } from './fit.ts'

/** Why the fit on the screen cannot be made again on other rows, and what to do about it; null where it can, or there is none. */
export function useRepeatable(): ComputedRef<string | null> {
  const fit = useFitStore()
  return computed(() => {
    const obstacle = fit.summary === null ? null : unrepeatable(fit.summary.settings)
    return obstacle === null ? null : `${sayPhrase(obstacle.message)} ${sayPhrase(obstacle.remedy)}`
  })
}
