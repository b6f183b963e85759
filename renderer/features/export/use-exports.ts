import { shallowRef, type ShallowRef } from 'vue'
import type { CallOptions } from '../../../contract/engine.ts'
import type { TargetGrant, TargetKind } from '../../../contract/host.ts'
import type { ExportView } from '../../../contract/views.ts'
import { useDatasetStore } from '../../stores/dataset.ts'
import { useEngineStore } from '../../stores/engine.ts'
import { useFitStore } from '../../stores/fit.ts'
import { useNoticesStore } from '../../stores/notices.ts'
import { usePictureStore } from '../../stores/picture.ts'
import { useSelectionStore } from '../../stores/selection.ts'
import { LIGHT } from '../../charts/theme.ts'
import { describeExport, suggestName } from './export-words.ts'

/** Size of a saved picture; a PNG has twice as many pixels each way. */
const PICTURE = { width: 1000, height: 700 }

export interface Exports {
  /** The export under way; `fraction` is null where its end is not known. */
  writing: Readonly<ShallowRef<{ fraction: number | null } | null>>
  labels(posteriors: boolean): Promise<void>
  report(): Promise<void>
  model(): Promise<void>
  picture(kind: 'png' | 'svg'): Promise<void>
  cancel(): void
}

/** Everything that can be taken away: asks where to, has the engine write it, and says what was written. */
export function useExports(): Exports {
  const engines = useEngineStore()
  const dataset = useDatasetStore()
  const fit = useFitStore()
  const selection = useSelectionStore()
  const pictures = usePictureStore()
  const notices = useNoticesStore()
  const writing = shallowRef<{ fraction: number | null } | null>(null)
  let controller: AbortController | null = null
  let busy = false

  async function write(
    suffix: string,
    kind: TargetKind,
    put: (target: TargetGrant, options: CallOptions<'exportLabels'>) => Promise<ExportView>,
  ): Promise<void> {
    if (busy || fit.summary === null) return
    busy = true
    const mine = new AbortController()
    controller = mine
    try {
      const target = await engines.host().chooseTarget(suggestName(fileName(), suffix, kind), kind)
      if (target === null) return
      writing.value = { fraction: null }
      const onProgress = ({ fraction }: { fraction: number | null }) => {
        writing.value = { fraction }
      }
      const written = await put(target, { signal: mine.signal, onProgress })
      await engines.host().deliver(target)
      notices.done(describeExport(written))
    } catch (thrown) {
      notices.report(thrown)
    } finally {
      busy = false
      writing.value = null
      controller = null
    }
  }

  const fileName = (): string => dataset.summary?.file ?? 'data.csv'
  const restartOf = () => ({ fit: fit.summary?.fit ?? '', restart: selection.restart?.id ?? '' })

  return {
    writing,
    labels: (posteriors) =>
      write('labelled', 'csv', ({ target }, options) =>
        engines.engine().exportLabels({ ...restartOf(), target, posteriors }, options),
      ),
    report: () =>
      write('report', 'json', ({ target }) =>
        engines.engine().exportReport({ fit: fit.summary?.fit ?? '', target }),
      ),
    model: () =>
      write('model', 'json', ({ target }) => engines.engine().exportModel({ ...restartOf(), target })),
    picture: async (kind) => {
      const taken = pictures.current?.(LIGHT) ?? null
      if (taken === null) return
      const { renderPng, renderSvg } = await import('../../charts/picture.ts')
      await write(taken.name, kind, async ({ target }) => {
        const bytes =
          kind === 'png'
            ? await renderPng(taken.option, PICTURE, LIGHT)
            : new TextEncoder().encode(renderSvg(taken.option, PICTURE, LIGHT))
        return engines.engine().writePicture({ target, bytes })
      })
    },
    cancel: () => controller?.abort(),
  }
}
