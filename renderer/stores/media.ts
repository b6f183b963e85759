import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'

/** Whether the system is as a media query asks, followed while the calling scope lives. */
export function useMedia(text: string): Readonly<ShallowRef<boolean>> {
  const query = window.matchMedia(text)
  const holds = shallowRef(query.matches)
  const follow = () => {
    holds.value = query.matches
  }
  query.addEventListener('change', follow)
  onScopeDispose(() => query.removeEventListener('change', follow))
  return holds
}
