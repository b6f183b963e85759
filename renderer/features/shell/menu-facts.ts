import { say } from '../../../contract/words/say.ts'
import { useCommandsStore } from '../../stores/commands.ts'
import { useDatasetStore } from '../../stores/dataset.ts'
import { useDialogsStore } from '../../stores/dialogs.ts'
import { useFitStore } from '../../stores/fit.ts'
import type { MenuFacts } from './menu-rows.ts'

/** What the menu goes by; to be read anew whenever it is planned. */
export function useMenuFacts(): () => MenuFacts {
  const dataset = useDatasetStore()
  const fit = useFitStore()
  const commands = useCommandsStore()
  const dialogs = useDialogsStore()
  return () => ({
    met: { data: dataset.summary !== null, fit: fit.summary !== null, running: fit.running !== null },
    whyNot: ({ command }) =>
      dialogs.any && command !== 'new-window' ? say('Close the dialog first.') : commands.whyNot(command),
  })
}
