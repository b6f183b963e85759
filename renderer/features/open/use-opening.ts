import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { FileGrant } from '../../../contract/host.ts'
import { useCommandsStore } from '../../stores/commands.ts'
import { useDatasetStore } from '../../stores/dataset.ts'
import { useEngineStore } from '../../stores/engine.ts'
import { useNoticesStore } from '../../stores/notices.ts'

/** Every way a file comes in: the dialog, a drop anywhere in the window, the command line, the system. */
export function useOpening(): { dragging: Readonly<ShallowRef<boolean>>; openInitial(): Promise<void> } {
  const engines = useEngineStore()
  const dataset = useDatasetStore()
  const notices = useNoticesStore()
  const dragging = shallowRef(false)

  async function openGranted(take: () => Promise<FileGrant | null>): Promise<void> {
    try {
      const file = await take()
      if (file !== null) await dataset.openFile(file)
    } catch (thrown) {
      notices.report(thrown)
    }
  }

  async function openInitial(): Promise<void> {
    await openGranted(() => engines.host().initialFile())
    const release = engines.host().onOpenFile((file) => void dataset.openFile(file))
    releases.push(release)
  }

  const releases: (() => void)[] = []
  onScopeDispose(() => releases.forEach((release) => release()))
  useCommandsStore().handle('open', () => void openGranted(() => engines.host().chooseFile()))

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
    if (file !== undefined) void openGranted(() => engines.host().grantDropped(file))
  })

  return { dragging, openInitial }
}
