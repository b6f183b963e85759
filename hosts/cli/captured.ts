import { run } from './main.ts'

/** What a command line printed, complained of and ended with, run in this process. */
export interface Captured {
  status: number
  out: string
  err: string
}

export async function captured(args: string[]): Promise<Captured> {
  let out = ''
  let err = ''
  const terminal = {
    print: (text: string) => void (out += text),
    complain: (text: string) => void (err += text),
    progress: null,
    interrupted: new AbortController().signal,
  }
  const status = await run(args, terminal, () => Promise.reject(new Error('not served here')))
  return { status, out, err }
}
