import { computed } from 'vue'
import { useEngineStore } from '../../stores/engine.ts'
import { useFitStore } from '../../stores/fit.ts'
import { useIdentityStore } from '../../stores/identity.ts'
import { useKnownStore } from '../../stores/known.ts'
import { useMergingStore } from '../../stores/merging.ts'
import { useRatioTestStore } from '../../stores/ratio-test.ts'
import { useSelectionStore } from '../../stores/selection.ts'
import { useStabilityStore } from '../../stores/stability.ts'
import { useWritingStore } from '../../stores/writing.ts'
import { reportAsked, type OnScreen } from './report-asked.ts'

export type ReportKind = 'html' | 'pdf'

/** Saves the report for people: what the engine knows of the fit, and what is on the screen besides. */
export function useReport() {
  const engines = useEngineStore()
  const fit = useFitStore()
  const identity = useIdentityStore()
  const known = useKnownStore()
  const merging = useMergingStore()
  const ratioTest = useRatioTestStore()
  const selection = useSelectionStore()
  const stability = useStabilityStore()
  const files = useWritingStore()

  const screen = computed<OnScreen>(() => {
    const restart = selection.withModel?.id ?? null
    return {
      fit: fit.summary?.fit ?? '',
      restart,
      allowSpurious: fit.allowSpurious,
      styles: restart === null ? [] : identity.styles(restart),
      nameOf: identity.nameOf,
      known: known.column,
      merged: restart === null ? null : merging.inUse(restart),
      stability: stability.view,
      ratioTest: ratioTest.view,
    }
  })

  const saveHtml = () => {
    const asked = reportAsked(screen.value)
    return files.write('report', 'html', ({ target }, options) =>
      engines.engine().exportReportPage({ ...asked, target }, options),
    )
  }

  /** A host that makes PDF asks for the place first; any other shows its own print dialog. */
  const savePdf = () => {
    const asked = reportAsked(screen.value)
    const host = engines.host()
    const compose = async (options: Parameters<Parameters<typeof files.run>[0]>[0]) =>
      (await engines.engine().reportPage(asked, options)).html
    if (host.kind === 'electron')
      return files.write('report', 'pdf', async ({ target }, options) => {
        const bytes = await host.printPage(await compose(options))
        return engines.engine().writePicture({ target, bytes: new Uint8Array(bytes ?? []) })
      })
    return files.run(async (options) => {
      files.begin()
      await host.printPage(await compose(options))
      return null
    })
  }

  return {
    screen,
    makesPdf: () => engines.host().kind === 'electron',
    save: (kind: ReportKind) => (kind === 'html' ? saveHtml() : savePdf()),
  }
}
