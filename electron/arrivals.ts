/** Files that the system hands over: by command line, double-click or a second start. */
export interface Arrivals {
  arrived(path: string): void
  /** The file that came before the page asked, once. From then on files go to the listener. */
  takeFirst(): string | null
  onLater(listener: (path: string) => void): void
}

export function createArrivals(initial: string | null): Arrivals {
  let first = initial
  let asked = false
  let tellLater: (path: string) => void = () => {}
  return {
    arrived(path) {
      if (asked) tellLater(path)
      else first = path
    },
    takeFirst() {
      asked = true
      const file = first
      first = null
      return file
    },
    onLater(listener) {
      tellLater = listener
    },
  }
}
