import { readArguments, wholeNumber } from './arguments.ts'

const OPTIONS = { port: { type: 'string' }, 'no-open': { type: 'boolean' } } as const

/** Options of `basin serve`; port 0 is any free one. */
export function readServe(args: string[]): { file: string | null; port: number; open: boolean } {
  const { values, positionals } = readArguments(args, OPTIONS, {
    least: 0,
    most: 1,
    names: 'basin serve [FILE]',
  })
  return {
    file: positionals[0] ?? null,
    port: values.port === undefined ? 0 : wholeNumber('--port', values.port, 0, 65_535),
    open: values['no-open'] !== true,
  }
}
