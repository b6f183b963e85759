import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'

/** Whether the system asks for less motion, followed while the calling scope lives. */
export function useReducedMotion(): Readonly<ShallowRef<boolean>> {
  const query = window.matchMedia('(prefers-reduced-motion: reduce)')
  const reduced = shallowRef(query.matches)
  const follow = () => {
    reduced.value = query.matches
  }
  query.addEventListener('change', follow)
  onScopeDispose(() => query.removeEventListener('change', follow))
  return reduced
}
