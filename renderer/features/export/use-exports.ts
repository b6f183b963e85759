import { shallowRef, type ShallowRef } from 'vue'
import type { CallOptions } from '../../../contract/engine.ts'
import { EngineError } from '../../../contract/errors.ts'
import type { TargetGrant, TargetKind } from '../../../contract/host.ts'
import type { ExportView } from '../../../contract/views.ts'
import { useDatasetStore } from '../../stores/dataset.ts'
import { useEngineStore } from '../../stores/engine.ts'
import { useFitStore } from '../../stores/fit.ts'
import { useNoticesStore } from '../../stores/notices.ts'
import { usePictureStore } from '../../stores/picture.ts'
import { useSelectionStore } from '../../stores/selection.ts'
import { LIGHT } from '../../charts/theme.ts'
import { copyText } from './clipboard.ts'
import { describeExport, suggestName, withWarnings } from './export-words.ts'

/** Size of a saved picture; a PNG has twice as many pixels each way. */
const PICTURE = { width: 1000, height: 700 }

export interface LabelChoices {
  posteriors: boolean
  spreadsheetSafe: boolean
  provenance: boolean
}

export type ScriptLanguage = 'python' | 'r'

export interface Exports {
  /** The export under way; `fraction` is null where its end is not known. */
  writing: Readonly<ShallowRef<{ fraction: number | null } | null>>
  labels(choices: LabelChoices): Promise<void>
  report(): Promise<void>
  model(): Promise<void>
  picture(kind: 'png' | 'svg'): Promise<void>
  copyScript(language: ScriptLanguage): Promise<void>
  saveScript(language: ScriptLanguage): Promise<void>
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

  /** One at a time; resolves with the sentence to show, if any. */
  async function run(work: (options: CallOptions<'exportLabels'>) => Promise<string | null>): Promise<void> {
    if (busy || fit.summary === null) return
    busy = true
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
      busy = false
      writing.value = null
      controller = null
    }
  }

  const write = (
    suffix: string,
    kind: TargetKind,
    put: (target: TargetGrant, options: CallOptions<'exportLabels'>) => Promise<ExportView>,
    beside: () => TargetGrant[] = () => [],
  ) =>
    run(async (options) => {
      const target = await engines.host().chooseTarget(suggestName(fileName(), suffix, kind), kind)
      if (target === null) return null
      writing.value = { fraction: null }
      const written = await put(target, options)
      for (const each of [target, ...beside()]) await engines.host().deliver(each)
      return describeExport(written)
    })

  const fileName = (): string => dataset.summary?.file ?? 'data.csv'
  const restartOf = () => ({ fit: fit.summary?.fit ?? '', restart: selection.restart?.id ?? '' })

  /** The file beside the labels is delivered last: a browser may refuse a second download. */
  const labels = ({ provenance, ...choices }: LabelChoices) => {
    let beside: TargetGrant | null = null
    const put = async (target: TargetGrant, options: CallOptions<'exportLabels'>) => {
      if (provenance) {
        beside = await engines.host().targetBeside(target)
        if (beside === null) throw new EngineError('cancelled', 'It was cancelled.', '')
      }
      const where = beside === null ? {} : { provenance: beside.target }
      const asked = { ...restartOf(), target: target.target, ...choices, ...where }
      return await engines.engine().exportLabels(asked, options)
    }
    return write('labelled', 'csv', put, () => (beside === null ? [] : [beside]))
  }

  return {
    writing,
    labels,
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
    copyScript: (language) =>
      run(async ({ signal }) => {
        writing.value = { fraction: null }
        const { text, warnings } = await engines
          .engine()
          .script({ ...restartOf(), language }, signal === undefined ? {} : { signal })
        if (await copyText(text)) return withWarnings('The script is on the clipboard.', warnings)
        throw new EngineError(
          'not-available',
          'The clipboard cannot be written to.',
          'Save the script instead.',
        )
      }),
    saveScript: (language) =>
      write('fit', language === 'python' ? 'py' : 'r', ({ target }, { signal }) =>
        engines
          .engine()
          .exportScript({ ...restartOf(), language, target }, signal === undefined ? {} : { signal }),
      ),
    cancel: () => controller?.abort(),
  }
}
