import { onScopeDispose, watch } from 'vue'
import { LIMITS } from '../../contract/limits.ts'
import { useFitStore } from './fit.ts'
import { useIdentityStore } from './identity.ts'
import { useResultsStore } from './results.ts'
import { useSelectionStore } from './selection.ts'

/** Numbers that go into the densities of all rows, above which another restart that is chosen meanwhile would wait too long. */
const MOST_WORK = 500_000_000

/** Whether rows can be labelled unasked: what is asked for meanwhile waits for one labelling at most. */
export function isQuick(rows: number, components: number, columns: number): boolean {
  return rows <= LIMITS.drawnRows && rows * components * (columns * columns + 8) <= MOST_WORK
}

/**
 * Asks in idle moments, one after the other, for what plots need of the restarts above and below the one shown, so that ↑ and ↓
 * find it there; until anything else is shown. `shown`: the restart whose labels are shown alone, null where they are not.
 */
export function useNeighbours(shown: () => string | null): void {
  const fit = useFitStore()
  const selection = useSelectionStore()
  const results = useResultsStore()
  const identity = useIdentityStore()
  let idle = 0

  watch(
    () => (fit.running !== null || results.playing ? null : shown()),
    (restart) => {
      cancelIdleCallback(idle)
      if (restart === null) return
      const at = selection.ranked.findIndex((each) => each.restart.id === restart)
      const near = at < 0 ? [] : [selection.ranked[at + 1], selection.ranked[at - 1]]
      askFor(near.flatMap((each) => (each?.rank == null ? [] : [each.restart.id])))
    },
    { immediate: true },
  )
  onScopeDispose(() => cancelIdleCallback(idle))

  function askFor([restart, ...others]: readonly string[]): void {
    if (restart === undefined) return
    idle = requestIdleCallback(() => {
      const mine = idle
      const { rowsUsed = Infinity } = fit.summary ?? {}
      const components = selection.ranked[0]?.restart.components ?? 1
      if (!isQuick(rowsUsed, components, fit.shown?.settings.columns.length ?? 1)) return
      const asked = [
        results.labelsOf(restart, null, false),
        results.model(restart),
        identity.numbersOf(restart),
      ]
      void Promise.allSettled(asked).then(() => {
        if (mine === idle) askFor(others)
      })
    })
  }
}
