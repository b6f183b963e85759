/** Files that the system hands over: by command line, double-click or a second start. */
export interface Arrivals {
  arrived(path: string): void
  /** The files that came before anyone asked, in their order, once. From then on files go to the listener. */
  takeAll(): string[]
  onLater(listener: (path: string) => void): void
}

export function createArrivals(initial: readonly string[]): Arrivals {
  let waiting = [...initial]
  let asked = false
  let tellLater: (path: string) => void = () => {}
  return {
    arrived(path) {
      if (asked) tellLater(path)
      else waiting.push(path)
    },
    takeAll() {
      asked = true
      const files = waiting
      waiting = []
      return files
    },
    onLater(listener) {
      tellLater = listener
    },
  }
}
