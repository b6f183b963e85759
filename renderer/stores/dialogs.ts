import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef } from 'vue'

/** Dialogs that keep everything else out of reach while they are open. */
export const useDialogsStore = defineStore('dialogs', () => {
  const count = shallowRef(0)

  /** One is open while the calling component lives. */
  function open(): void {
    count.value++
    onScopeDispose(() => count.value--)
  }

  return { any: computed(() => count.value > 0), open }
})
