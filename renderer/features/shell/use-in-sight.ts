import { watch, type Ref } from 'vue'

/** Scrolls a panel to the top of what holds it, whenever something else is asked of it: panels may lie one above the other. */
export function useInSight(panel: Readonly<Ref<HTMLElement | null>>, asked: () => unknown): void {
  watch(asked, () => {
    const { parentElement: holder, offsetTop = 0 } = panel.value ?? {}
    if (holder) holder.scrollTop = offsetTop - holder.offsetTop
  })
}
