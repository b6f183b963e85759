import { useCommandsStore } from '../../stores/commands.ts'
import { useDatasetStore } from '../../stores/dataset.ts'
import { useFitStore } from '../../stores/fit.ts'
import type { MenuFacts } from './menu-rows.ts'

/** What the menu goes by; to be read anew whenever it is planned. */
export function useMenuFacts(): () => MenuFacts {
  const dataset = useDatasetStore()
  const fit = useFitStore()
  const commands = useCommandsStore()
  return () => ({
    met: { data: dataset.summary !== null, fit: fit.summary !== null, running: fit.running !== null },
    whyNot: ({ command }) => commands.whyNot(command),
  })
}
