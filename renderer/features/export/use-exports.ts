import { computed, type Ref } from 'vue'
import { EngineError } from '../../../contract/errors.ts'
import type { TargetGrant } from '../../../contract/host.ts'
import { say } from '../../../contract/words/say.ts'
import { useConsensusStore } from '../../stores/consensus.ts'
import { useDoubtStore } from '../../stores/doubt.ts'
import { useEngineStore } from '../../stores/engine.ts'
import { useFitStore } from '../../stores/fit.ts'
import { useKnownStore } from '../../stores/known.ts'
import { useMergingStore } from '../../stores/merging.ts'
import { usePictureStore } from '../../stores/picture.ts'
import { useSelectionStore } from '../../stores/selection.ts'
import { useWritingStore, type WriteOptions } from '../../stores/writing.ts'
import { LIGHT } from '../../charts/theme.ts'
import { withWarnings } from '../../format/export-words.ts'
import { copyPng, copyText } from '../../ui/clipboard.ts'
import { SCRIPT_LANGUAGES, type ScriptLanguage } from './script-languages.ts'

/** Size of a saved picture; a PNG has twice as many pixels each way. */
const PICTURE = { width: 1000, height: 700 }

export interface LabelChoices {
  posteriors: boolean
  agreement: boolean
  /** Says which rows are unclassified or outliers, where thresholds are set. */
  status: boolean
  spreadsheetSafe: boolean
  provenance: boolean
}

export interface Exports {
  /** The export under way; `fraction` is null where its end is not known. */
  writing: Readonly<Ref<{ fraction: number | null } | null>>
  labels(choices: LabelChoices): Promise<void>
  /** Every setting, solution and restart, for other programs. */
  results(): Promise<void>
  model(): Promise<void>
  picture(kind: 'png' | 'svg'): Promise<void>
  copyPicture(): Promise<void>
  copyScript(language: ScriptLanguage): Promise<void>
  saveScript(language: ScriptLanguage): Promise<void>
  cancel(): void
}

/** Everything of a fit that can be taken away. */
export function useExports(): Exports {
  const consensus = useConsensusStore()
  const doubt = useDoubtStore()
  const engines = useEngineStore()
  const fit = useFitStore()
  const known = useKnownStore()
  const merging = useMergingStore()
  const selection = useSelectionStore()
  const pictures = usePictureStore()
  const files = useWritingStore()
  const { run, write, begin, cancel } = files
  const restartOf = () => ({ fit: fit.summary?.fit ?? '', restart: selection.restart?.id ?? '' })

  /** What the report says of the best solution besides its parameters. */
  const findings = () => {
    const merged = merging.inUse(fit.best?.restarts[0] ?? '')
    return {
      ...(known.column === null ? {} : { known: known.column }),
      ...(merged === null ? {} : { merged }),
    }
  }

  const labels = ({ provenance, agreement, status, ...choices }: LabelChoices) => {
    let beside: TargetGrant | null = null
    const put = async (target: TargetGrant, options: WriteOptions) => {
      if (provenance) {
        beside = await engines.host().targetBeside(target)
        if (beside === null) throw new EngineError('cancelled', say('It was cancelled.'), '')
      }
      const where = beside === null ? {} : { provenance: beside.target }
      const agreed = agreement ? { agreement: { gap: consensus.gap } } : {}
      const doubted = status ? doubt.asked() : {}
      const clusters = merging.inUse(restartOf().restart)
      const merged = clusters === null ? {} : { merged: clusters }
      const added = { ...agreed, ...doubted, ...merged }
      const asked = { ...restartOf(), target: target.target, ...choices, ...added, ...where }
      return await engines.engine().exportLabels(asked, options)
    }
    return write('labelled', 'csv', put, () => (beside === null ? [] : [beside]))
  }

  return {
    writing: computed(() => files.writing),
    labels,
    results: () =>
      write('results', 'json', ({ target }) =>
        engines.engine().exportReport({
          fit: fit.summary?.fit ?? '',
          target,
          allowSpurious: fit.allowSpurious,
          ...findings(),
        }),
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
            : new TextEncoder().encode(await renderSvg(taken.option, PICTURE, LIGHT))
        return engines.engine().writePicture({ target, bytes })
      })
    },
    copyPicture: () =>
      run(async () => {
        const taken = pictures.current?.(LIGHT) ?? null
        if (taken === null) return null
        const png = import('../../charts/picture.ts').then(({ renderPng }) =>
          renderPng(taken.option, PICTURE, LIGHT),
        )
        if (await copyPng(png)) return say('The picture “{name}” is on the clipboard.', { name: taken.name })
        throw new EngineError(
          'not-available',
          say('The picture could not be put on the clipboard.'),
          say('Save the picture instead.'),
        )
      }),
    copyScript: (language) =>
      run(async ({ signal }) => {
        begin()
        const { text, warnings } = await engines.engine().script({ ...restartOf(), language }, { signal })
        if (await copyText(text))
          return withWarnings(
            say('The script for {language} is on the clipboard.', { language: SCRIPT_LANGUAGES[language] }),
            warnings,
          )
        throw new EngineError(
          'not-available',
          say('The clipboard cannot be written to.'),
          say('Save the script instead.'),
        )
      }),
    saveScript: (language) =>
      write('fit', language === 'python' ? 'py' : 'r', ({ target }, { signal }) =>
        engines.engine().exportScript({ ...restartOf(), language, target }, { signal }),
      ),
    cancel,
  }
}
