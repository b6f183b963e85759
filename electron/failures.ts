import type { Dialog } from 'electron'
import { say } from '../contract/words/say.ts'

/** Says in words, once, that something failed in the main process that nobody caught. */
export function reportFailures(
  dialog: Pick<Dialog, 'showErrorBox'>,
  source: NodeJS.EventEmitter = process,
  write: (text: string) => void = (text) => void process.stderr.write(text),
): void {
  let told = false
  const report = (thrown: unknown) => {
    write(`${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`)
    if (told) return
    told = true
    dialog.showErrorBox(say('Something went wrong inside Basin'), failureText(thrown))
  }
  source.on('uncaughtException', report)
  source.on('unhandledRejection', report)
}

function failureText(thrown: unknown): string {
  const what = thrown instanceof Error ? thrown.message : String(thrown)
  const remedy = say(
    'Export what you want to keep, then quit and start Basin again. If it happens again, please report it with what you did.',
  )
  return `${what}\n\n${remedy}`
}
