import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { isTermId, type TermId } from '../../format/glossary/glossary.ts'

/** Milliseconds that the pointer rests on a term before it is explained, and may be away before the explanation goes. */
const PATIENCE = 350
const GRACE = 200

export interface PointedTerm {
  id: TermId
  element: HTMLElement
}

/**
 * The term under the pointer, once it has rested there. It stays while the pointer is on the term or on the explanation
 * (`explanation`), and goes with Esc, a click or a scroll (WCAG 2.2, 1.4.13).
 */
export function usePointedTerm(
  explanation: Readonly<ShallowRef<HTMLElement | null>>,
): ShallowRef<PointedTerm | null> {
  const pointed = shallowRef<PointedTerm | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  function point(event: PointerEvent): void {
    if (event.pointerType === 'touch') return
    const under = event.target instanceof Element ? event.target : null
    if (under !== null && explanation.value?.contains(under) === true) return clearTimeout(timer)
    const element = under?.closest<HTMLElement>('[data-term]') ?? null
    if (element !== null && element === pointed.value?.element) return clearTimeout(timer)
    const id = element?.dataset['term'] ?? ''
    const next = element !== null && isTermId(id) ? { id, element } : null
    clearTimeout(timer)
    if (next === null && pointed.value === null) return
    timer = setTimeout(() => (pointed.value = next), next === null ? GRACE : PATIENCE)
  }
  function leave(): void {
    clearTimeout(timer)
    pointed.value = null
  }
  /** It ends the explanation, and nothing else. */
  function dismiss(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || pointed.value === null) return
    event.preventDefault()
    event.stopPropagation()
    leave()
  }

  const capture = { capture: true, passive: true }
  window.addEventListener('pointerover', point)
  window.addEventListener('pointerdown', leave, capture)
  window.addEventListener('scroll', leave, capture)
  window.addEventListener('blur', leave)
  window.addEventListener('keydown', dismiss, true)
  onScopeDispose(() => {
    clearTimeout(timer)
    window.removeEventListener('pointerover', point)
    window.removeEventListener('pointerdown', leave, capture)
    window.removeEventListener('scroll', leave, capture)
    window.removeEventListener('blur', leave)
    window.removeEventListener('keydown', dismiss, true)
  })
  return pointed
}
