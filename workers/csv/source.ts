import { closeSync, fstatSync, openSync, readSync, statSync, type Stats } from 'node:fs'
import { basename } from 'node:path'
import { withReasons } from './file-reasons.ts'
import { refusals } from './refusals.ts'

/** A file open for reading its text in pieces. */
export interface Source {
  readonly name: string
  /** Of the file as the person has it, packed or not. */
  readonly bytes: number
  /** Modification time in milliseconds. */
  readonly modified: number
  readonly touched: number
  /** Where the text is: the file itself, or the unpacked copy of a packed one. */
  readonly textPath: string
  readonly textBytes: number
  readonly compression: 'gzip' | null
  /** SHA-256 of a packed file, hexadecimal; null where the text is the file. */
  readonly hash: string | null
  /** Bytes of work that were done before the first of the text is read, for the progress. */
  readonly ahead: number
  /** Fills `into` from byte `from` of the text on, as far as it goes; gives the bytes read. */
  read(from: number, into: Uint8Array): number
  /** Whether somebody wrote to the file, or deleted or replaced it, since it was opened. */
  changed(): boolean
  close(): void
}

export function openSource(path: string): Source {
  const name = basename(path)
  // Asked by its path first: opening a pipe waits for somebody to write to it.
  withReasons(name, () => refuseUnlessFile(name, statSync(path)))
  const descriptor = withReasons(name, () => openSync(path, 'r'))
  try {
    const stats = withReasons(name, () => fstatSync(descriptor))
    refuseUnlessFile(name, stats)
    return {
      name,
      bytes: stats.size,
      modified: stats.mtimeMs,
      touched: stats.ctimeMs,
      textPath: path,
      textBytes: stats.size,
      compression: null,
      hash: null,
      ahead: 0,
      read: (from, into) => withReasons(name, () => readFully(descriptor, from, into)),
      changed() {
        const now = withReasons(name, () => fstatSync(descriptor))
        return now.size !== stats.size || now.mtimeMs !== stats.mtimeMs || isGone(stats, now)
      },
      close: () => closeSync(descriptor),
    }
  } catch (thrown) {
    closeSync(descriptor)
    throw thrown
  }
}

/** Network drives may count no links at all. */
function isGone(before: Stats, now: Stats): boolean {
  return before.nlink > 0 && now.nlink === 0
}

function readFully(descriptor: number, from: number, into: Uint8Array): number {
  let filled = 0
  while (filled < into.length) {
    const count = readSync(descriptor, into, filled, into.length - filled, from + filled)
    if (count === 0) break
    filled += count
  }
  return filled
}

function refuseUnlessFile(name: string, stats: Stats): void {
  if (stats.isDirectory()) throw refusals.folder(name)
  if (!stats.isFile()) throw refusals.device(name)
}
