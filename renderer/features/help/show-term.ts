import { nextTick } from 'vue'
import { say } from '../../../contract/words/say.ts'
import { useClusterViewStore, type ClusterChart } from '../../stores/cluster-view.ts'
import { useComparisonStore, type Section } from '../../stores/comparison.ts'
import { useModelsSectionStore, type ModelsSection } from '../../stores/models-section.ts'
import { useSelectionStore, type View } from '../../stores/selection.ts'
import type { TermId } from '../../format/glossary/glossary.ts'
import type { Place } from '../../format/glossary/term.ts'

const SHOWN_FOR = 2_500
/** Views that were not open yet fetch their code and ask the engine. */
const PATIENCE = 2_000
const PAUSE = 50
/** What names a section stands for the term only where nothing in the section does. */
const BUT_TABS = ':not(fieldset > label)'

/** Returns what takes the person to a place and to the term there. */
export function useShowTerm(): (id: TermId, place: Place) => Promise<void> {
  const selection = useSelectionStore()
  const comparison = useComparisonStore()
  const models = useModelsSectionStore()
  const clusters = useClusterViewStore()

  function open(view: View, section: string | undefined): void {
    selection.view = view
    if (section === undefined) return
    if (view === 'Compare') comparison.section = section as Section
    if (view === 'Models') models.section = section as ModelsSection
    if (view === 'Clusters') clusters.chart = section as ClusterChart
  }

  return async (id, place) => {
    const [view = '', section] = place.split('/')
    if (view !== 'settings' && view !== 'solution') open(view as View, section)
    await nextTick()
    const area = () => document.querySelector<HTMLElement>(areaOf(view))
    const find = (but = '') => area()?.querySelector<HTMLElement>(`[data-term="${id}"]${but}`)
    const element = (await patiently(() => find(BUT_TABS))) ?? find() ?? area()
    if (element !== null) pointOut(element)
  }
}

function areaOf(view: string): string {
  if (view === 'settings') return `aside[aria-label="${say('Settings')}"]`
  return view === 'solution' ? `aside[aria-label="${say('Solution')}"]` : '[role=tabpanel]'
}

async function patiently(find: () => HTMLElement | null | undefined): Promise<HTMLElement | null> {
  for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
    const found = find()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
  return null
}

function pointOut(element: HTMLElement): void {
  for (
    let folded = element.closest('details');
    folded !== null;
    folded = folded.parentElement?.closest('details') ?? null
  )
    folded.open = true
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1
  element.scrollIntoView({ block: 'center' })
  element.focus({ preventScroll: true })
  element.classList.add('pointed-out')
  setTimeout(() => element.classList.remove('pointed-out'), SHOWN_FOR)
}
