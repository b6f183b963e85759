import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { TargetGrant, TargetKind } from '../../contract/host.ts'
import type { ExportView, WorkProgress } from '../../contract/views.ts'
import { describeExport, suggestName } from '../format/export-words.ts'
import { useDatasetStore } from './dataset.ts'
import { useEngineStore } from './engine.ts'
import { useNoticesStore } from './notices.ts'

export interface WriteOptions {
  signal: AbortSignal
  onProgress(progress: WorkProgress): void
}

/** What is being taken away: asks where to, has the engine write it, and says what was written. One at a time. */
export const useWritingStore = defineStore('writing', () => {
  const engines = useEngineStore()
  const dataset = useDatasetStore()
  const notices = useNoticesStore()
  /** The export under way; `fraction` is null where its end is not known. */
  const writing = shallowRef<{ fraction: number | null } | null>(null)
  let controller: AbortController | null = null

  /** `work` resolves with the sentence to show, if any. */
  async function run(work: (options: WriteOptions) => Promise<string | null>): Promise<void> {
    if (controller !== null) return
    const mine = new AbortController()
    controller = mine
    const onProgress = ({ fraction }: { fraction: number | null }) => {
      writing.value = { fraction }
    }
    try {
      const said = await work({ signal: mine.signal, onProgress })
      if (said !== null) notices.done(said)
    } catch (thrown) {
      notices.report(thrown)
    } finally {
      writing.value = null
      controller = null
    }
  }

  /** A file beside the target is delivered last: a browser may refuse a second download. */
  const write = (
    suffix: string,
    kind: TargetKind,
    put: (target: TargetGrant, options: WriteOptions) => Promise<ExportView>,
    beside: () => TargetGrant[] = () => [],
  ) =>
    run(async (options) => {
      const name = suggestName(dataset.summary?.file ?? 'data.csv', suffix, kind)
      const target = await engines.host().chooseTarget(name, kind)
      if (target === null) return null
      begin()
      const written = await put(target, options)
      for (const each of [target, ...beside()]) await engines.host().deliver(each)
      return describeExport(written)
    })

  /** Something is being written whose end is not known. */
  function begin(): void {
    writing.value = { fraction: null }
  }

  const cancel = (): void => controller?.abort()

  return { writing, run, write, begin, cancel }
})
