import { spawnSync } from 'node:child_process'

/** One reading of a file by a program of its own. */
export interface Reading {
  /** Seconds by the clock, from the file's name to its columns. */
  wall: number
  /** Seconds of processor time of the whole program meanwhile. */
  cpu: number
  /** Most memory that the program held, in MB. */
  peak: number
  /** Of these, what it held before. */
  before: number
  /** For Basin alone, in milliseconds. */
  report?: number
  blocked?: number
  cancel?: number
}

/** Runs a program that reads the file and tells of it in one line of JSON. */
export function readBy(words: readonly string[], path: string): Reading {
  const [command, ...rest] = words
  const { stdout, status } = spawnSync(command, [...rest, path], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`${words.join(' ')} ended with status ${status}.`)
  return JSON.parse(stdout) as Reading
}
