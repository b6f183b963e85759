import type { Ref } from 'vue'
import type { TallyView } from '../../contract/views.ts'
import { useEngineStore } from './engine.ts'
import { useFitStore } from './fit.ts'
import { useLatest } from './latest.ts'
import { useRowsStore } from './rows.ts'

/** How the selected rows fall into the clusters of a restart, or into so many that its components are merged into; null where none is selected, or it cannot be told. */
export function useTally(
  restart: () => string | null,
  merged: () => number | null = () => null,
): Readonly<Ref<TallyView | null>> {
  const engines = useEngineStore()
  const fit = useFitStore()
  const rows = useRowsStore()
  const { value } = useLatest(() => {
    const id = restart()
    if (fit.shown === null || id === null || rows.count === 0) return null
    const clusters = merged()
    const asked = { fit: fit.shown.fit, restart: id, mask: rows.mask }
    return engines.engine().tally(clusters === null ? asked : { ...asked, merged: clusters })
  })
  return value
}
