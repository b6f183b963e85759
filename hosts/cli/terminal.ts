import { HIDDEN } from '../../contract/plain-json.ts'

/** Where the command line writes, and how it hears of an interruption. */
export interface Terminal {
  /** Standard output. */
  print(text: string): void
  /** Standard error. */
  complain(text: string): void
  /** Rewrites the one line of progress; nothing where standard error is no terminal. */
  progress: ((line: string) => void) | null
  /** Aborted by Ctrl+C. */
  interrupted: AbortSignal
}

/** Text from a file as a terminal may show it: nothing in it can move the cursor, change colours, hide or turn the text round. */
export function printable(text: string): string {
  return text.replace(HIDDEN, '').replace(/[\t\n]/g, ' ')
}

/** The terminal of this process. A reader that closes the pipe early ends the output, not the program. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
  const stopper = new AbortController()
  process.on('SIGINT', () => {
    if (stopper.signal.aborted) process.exit(130)
    stopper.abort()
  })
  const width = () => (stderr.columns || 80) - 1
  return {
    print: (text) => void stdout.write(text),
    complain: (text) => void stderr.write(text),
    progress: stderr.isTTY ? (line) => void stderr.write(`\r\u001b[K${line.slice(0, width())}`) : null,
    interrupted: stopper.signal,
  }
}
