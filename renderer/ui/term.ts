import type { Directive } from 'vue'
import { termText, type TermId } from '../format/glossary/glossary.ts'

/**
 * `v-term="'bic'"` on an element that names a term: it is underlined, its explanation comes under the pointer (see the help
 * feature) and is its description for a screen reader.
 */
export const vTerm: Directive<HTMLElement, TermId | null> = {
  mounted: (element, { value }) => mark(element, value),
  updated: (element, { value, oldValue }) => {
    if (value !== oldValue) mark(element, value)
  },
}

function mark(element: HTMLElement, id: TermId | null): void {
  if (id === null) {
    element.removeAttribute('data-term')
    element.removeAttribute('aria-description')
    return
  }
  element.setAttribute('data-term', id)
  element.setAttribute('aria-description', termText(id))
}
