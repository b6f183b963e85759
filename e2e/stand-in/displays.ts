interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

const display = { workArea: { x: 0, y: 0, width: 1920, height: 1080 } }

/** One display. */
export const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] }

/** Where a window stands; in the middle of the display where nothing else is asked for. */
export interface WindowPlace {
  readonly normal: Rectangle
  /** As it is seen. */
  readonly bounds: Rectangle
  readonly is: 'normal' | 'maximised' | 'minimised'
  set(bounds: Partial<Rectangle>): void
  become(state: 'normal' | 'maximised' | 'minimised'): void
  /** From the task bar to what it was before. */
  restore(): void
}

export function createPlace({ width = 800, height = 600, ...at }: Partial<Rectangle>): WindowPlace {
  const { workArea } = display
  const x = Math.round((workArea.width - width) / 2)
  const y = Math.round((workArea.height - height) / 2)
  let normal = { x: at.x ?? x, y: at.y ?? y, width, height }
  let state: WindowPlace['is'] = 'normal'
  let before: WindowPlace['is'] = 'normal'
  return {
    get normal() {
      return { ...normal }
    },
    get bounds() {
      return state === 'maximised' ? { ...workArea } : { ...normal }
    },
    get is() {
      return state
    },
    set(bounds) {
      normal = { ...normal, ...bounds }
    },
    become(now) {
      before = state
      state = now
    },
    restore() {
      state = state === 'minimised' ? before : 'normal'
    },
  }
}
