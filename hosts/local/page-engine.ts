import type { Engine } from '../../contract/engine.ts'

/** The engine as one page sees it. */
export interface PageEngine {
  engine: Engine
  /** Closes what the page had open: after a reload nothing could reach it any more. */
  leave(): void
}

export function createPageEngine(engine: Engine): PageEngine {
  const opened = new Set<string>()
  let gone = false
  const close = (dataset: string) => void engine.close({ dataset }).catch(() => undefined)
  return {
    engine: {
      ...engine,
      async open(input, options) {
        const summary = await engine.open(input, options)
        if (gone) close(summary.dataset)
        else opened.add(summary.dataset)
        return summary
      },
      close(input, options) {
        opened.delete(input.dataset)
        return engine.close(input, options)
      },
    },
    leave() {
      gone = true
      for (const dataset of opened) close(dataset)
      opened.clear()
    },
  }
}
