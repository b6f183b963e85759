/** The windows that are open, the one that was in front last at the end. */
export interface Desks<D> {
  all(): readonly D[]
  /** Null where no window is open, as on macOS. */
  front(): D | null
  add(desk: D): void
  toFront(desk: D): void
  remove(desk: D): void
  /** Where a file from outside opens: in front where nothing is open there, else in any such window; null: in a new one. */
  forFile(): D | null
}

export function createDesks<D extends { readonly free: boolean }>(): Desks<D> {
  let desks: D[] = []
  const others = (desk: D) => desks.filter((each) => each !== desk)
  return {
    all: () => desks,
    front: () => desks.at(-1) ?? null,
    add: (desk) => {
      desks = [...desks, desk]
    },
    toFront: (desk) => {
      if (desks.includes(desk)) desks = [...others(desk), desk]
    },
    remove: (desk) => {
      desks = others(desk)
    },
    forFile: () => desks.findLast(({ free }) => free) ?? null,
  }
}
