import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { placeCallout } from './place-callout.ts'
import type { TourAnchor } from './tour-plan.ts'

/** Milliseconds between two looks at where the anchor is: views come, go and change their size by themselves. */
const PACE = 200

export interface CalloutPlace {
  left: number
  top: number
  /** What is pointed at; null where it is not on the screen. */
  ring: { left: number; top: number; width: number; height: number } | null
}

/** Where the callout stands and what it points at, followed while the calling scope lives. */
export function useCalloutPlace(
  callout: Readonly<ShallowRef<HTMLElement | null>>,
  anchor: () => TourAnchor | null,
): Readonly<ShallowRef<CalloutPlace>> {
  const place = shallowRef<CalloutPlace>({ left: 0, top: 0, ring: null })

  function look(): void {
    const element = callout.value
    if (element === null) return
    const at = anchor()
    const box = at === null ? null : boxOf(document.querySelector(at.selector))
    const size = { width: window.innerWidth, height: window.innerHeight }
    const now = {
      ...placeCallout(box, at?.side ?? 'right', element.getBoundingClientRect(), size),
      ring: box,
    }
    if (JSON.stringify(now) !== JSON.stringify(place.value)) place.value = now
  }

  const timer = setInterval(look, PACE)
  window.addEventListener('resize', look)
  onScopeDispose(() => {
    clearInterval(timer)
    window.removeEventListener('resize', look)
  })
  watch([callout, anchor], look, { flush: 'post', immediate: true })
  return place
}

function boxOf(element: Element | null): CalloutPlace['ring'] {
  if (element === null) return null
  const { left, top, width, height } = element.getBoundingClientRect()
  return width === 0 || height === 0 ? null : { left, top, width, height }
}
