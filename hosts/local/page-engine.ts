import type { Engine } from '../../contract/engine.ts'

/** The engine as one page sees it. */
export interface PageEngine {
  engine: Engine
  /** Closes what the page had open: after a reload nothing could reach it any more. */
  leave(): void
}

/**
 * `unused` is told of a grant when the page has closed the last of what it opened by it. A page that leaves says
 * nothing of the kind: it may come back and open the same again.
 */
export function createPageEngine(engine: Engine, unused: (grant: string) => void): PageEngine {
  const opened = new Map<string, string | null>()
  let gone = false
  const close = (dataset: string) => void engine.close({ dataset }).catch(() => undefined)
  return {
    engine: {
      ...engine,
      async open(input, options) {
        const summary = await engine.open(input, options)
        if (gone) close(summary.dataset)
        else opened.set(summary.dataset, 'grant' in input.source ? input.source.grant : null)
        return summary
      },
      async openSession(input, options) {
        const session = await engine.openSession(input, options)
        if (gone) close(session.dataset.dataset)
        else opened.set(session.dataset.dataset, input.data ?? null)
        return session
      },
      async close(input, options) {
        const grant = opened.get(input.dataset) ?? null
        opened.delete(input.dataset)
        await engine.close(input, options)
        if (grant !== null && ![...opened.values()].includes(grant)) unused(grant)
        return null
      },
    },
    leave() {
      gone = true
      for (const dataset of opened.keys()) close(dataset)
      opened.clear()
    },
  }
}
