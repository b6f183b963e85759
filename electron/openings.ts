import type { Dialog } from 'electron'
import { say } from '../contract/words/say.ts'

/** Windows that open without a question: each has an engine and memory of its own. */
export const UNASKED = 8

export interface Openings {
  /** Resolves once they are open, or the person would not have them. */
  add(files: readonly string[]): Promise<void>
}

export interface OpeningsNeeds {
  /** Resolves when its window is there. */
  open(file: string): Promise<void>
  /** How many of so many are to be opened. */
  ask(count: number): Promise<number>
  /** One that would not open: the others do. */
  failed(thrown: unknown): void
}

/** Opens files one after another, for many that come at once would start as many engines in one moment; of very many it asks first. */
export function createOpenings({ open, ask, failed }: OpeningsNeeds): Openings {
  let waiting: string[] = []
  let working: Promise<void> | null = null

  async function work(): Promise<void> {
    // macOS tells of each file by itself: all of them have come by the next turn.
    await new Promise((resolve) => setImmediate(resolve))
    try {
      while (waiting.length > 0) {
        const files = waiting
        waiting = []
        const wanted = files.length > UNASKED ? await ask(files.length) : files.length
        for (const file of files.slice(0, wanted)) await open(file).catch(failed)
      }
    } finally {
      working = null
    }
  }

  return {
    add(files) {
      waiting.push(...files)
      working ??= work()
      return working
    },
  }
}

/** Asks of very many files how many are to be opened. */
export async function askHowMany(dialog: Pick<Dialog, 'showMessageBox'>, count: number): Promise<number> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Basin',
    message: say('{count, number} files are to be opened.', { count }),
    detail: say('Each opens in a window of its own, which takes memory of its own.'),
    buttons: [say('Open the first {most, number}', { most: UNASKED }), say('Open all'), say('Open none')],
    defaultId: 0,
    cancelId: 2,
  })
  return [UNASKED, count, 0][response] ?? 0
}
