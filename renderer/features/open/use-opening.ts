import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { useAutosaveStore } from '../../stores/autosave.ts'
import { useCommandsStore } from '../../stores/commands.ts'
import { useDatasetStore } from '../../stores/dataset.ts'
import { useEngineStore } from '../../stores/engine.ts'
import { useNoticesStore } from '../../stores/notices.ts'

/** Every way a file comes in: the dialog, a drop anywhere in the window, the command line, the system. */
export function useOpening(): { dragging: Readonly<ShallowRef<boolean>> } {
  const engines = useEngineStore()
  const autosave = useAutosaveStore()
  const dataset = useDatasetStore()
  const notices = useNoticesStore()
  const dragging = shallowRef(false)

  /** Later files are listened for first: one may come while the first is on its way, and then takes its place. */
  async function openInitial(): Promise<void> {
    releases.push(engines.host().onOpenFile((file) => void dataset.openFile(file)))
    try {
      const file = await engines.host().initialFile()
      const overtaken = dataset.opening !== null || dataset.summary !== null
      // A page that is loaded again goes on with what it had, which opening the file anew would take the place of.
      if (file !== null && !overtaken && !(await autosave.pickUpOwn())) await dataset.openFile(file)
    } catch (thrown) {
      notices.report(thrown)
    }
  }

  const releases: (() => void)[] = []
  onScopeDispose(() => releases.forEach((release) => release()))
  watch(
    () => engines.state === 'ready',
    (ready) => {
      if (ready) void openInitial()
    },
    { once: true },
  )
  useCommandsStore().handle('open', () => void dataset.openFrom((begin) => engines.host().chooseFile(begin)))

  const on = <K extends 'dragover' | 'dragleave' | 'drop'>(name: K, listener: (event: DragEvent) => void) => {
    window.addEventListener(name, listener)
    releases.push(() => window.removeEventListener(name, listener))
  }
  on('dragover', (event) => {
    event.preventDefault()
    dragging.value = true
  })
  on('dragleave', (event) => {
    if (event.relatedTarget === null) dragging.value = false
  })
  on('drop', (event) => {
    event.preventDefault()
    dragging.value = false
    const file = event.dataTransfer?.files[0]
    if (file !== undefined) void dataset.openFrom((begin) => engines.host().grantDropped(file, begin))
  })

  return { dragging }
}
