import { readdirSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { EngineError } from '../../../contract/errors.ts'

/** One fault, tried once. */
export interface Trial {
  fault: string
  /** What was written or read. */
  what: string
  /** What did not hold; none where it was survived. */
  failures: string[]
  lost: string
  /** The name of the file is left out. */
  said: string
}

/** How a call ended. */
export type Ending<T> = { error: EngineError } | { error: null; value: T }

export const endingOf = <T>(call: Promise<T>): Promise<Ending<T>> =>
  call.then(
    (value) => ({ error: null, value }),
    (thrown: unknown) => ({ error: EngineError.from(thrown) }),
  )

/** What is wrong with a refusal as something that a person is told. */
export function faultsOf({ code, message, remedy }: EngineError, codes: readonly string[]): string[] {
  const failures = codes.includes(code) ? [] : [`it is refused as ${code}: ${message}`]
  if (message === '' || remedy === '') failures.push('nothing was said of what happened or what to do')
  return failures
}

export const saidBy = ({ message, remedy }: EngineError) => `${message} ${remedy}`.replace(/“[^”]*”/, '“…”')

const isPart = (name: string) => name.endsWith('.part')

export const partsIn = (folder: string) => namesIn(folder).filter(isPart)

/** Strikes as soon as a file is being written into the folder; false where the call had ended before. */
export async function strikeAsWritten(
  call: Promise<unknown>,
  folder: string,
  strike: () => unknown,
): Promise<boolean> {
  let over = false
  void call.finally(() => (over = true)).catch(() => undefined)
  while (!over && partsIn(folder).length === 0) await setImmediate()
  if (over) return false
  await strike()
  return true
}

export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
