import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { basename } from 'node:path'
import { EngineError } from '../../contract/errors.ts'

/** A file open for reading in pieces. */
export interface Source {
  readonly name: string
  readonly bytes: number
  /** Modification time in milliseconds. */
  readonly modified: number
  /** Fills `into` from byte `from` on, as far as the file goes; gives the bytes read. */
  read(from: number, into: Uint8Array): number
  /** Whether somebody wrote to the file since it was opened. */
  changed(): boolean
  close(): void
}

export function openSource(path: string): Source {
  const name = basename(path)
  const descriptor = attempt(name, () => openSync(path, 'r'))
  try {
    const stats = attempt(name, () => fstatSync(descriptor))
    refuseUnlessFile(name, stats)
    return {
      name,
      bytes: stats.size,
      modified: stats.mtimeMs,
      read: (from, into) => attempt(name, () => readFully(descriptor, from, into)),
      changed() {
        const now = attempt(name, () => fstatSync(descriptor))
        return now.size !== stats.size || now.mtimeMs !== stats.mtimeMs
      },
      close: () => closeSync(descriptor),
    }
  } catch (thrown) {
    closeSync(descriptor)
    throw thrown
  }
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
  if (stats.isDirectory()) {
    throw new EngineError(
      'file-is-directory',
      `“${name}” is a folder, not a file.`,
      'Choose a CSV file inside it.',
    )
  }
  if (!stats.isFile()) {
    throw new EngineError(
      'file-unreadable',
      `“${name}” is a device or a pipe, not a file.`,
      'Save the table to a file and open that.',
    )
  }
}

function attempt<T>(name: string, action: () => T): T {
  try {
    return action()
  } catch (thrown) {
    throw thrown instanceof Error && 'code' in thrown ? refusal(name, String(thrown.code)) : thrown
  }
}

function refusal(name: string, code: string): EngineError {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new EngineError(
        'file-missing',
        `There is no file “${name}” at that place.`,
        'Check the name; it may have been moved, renamed or deleted.',
      )
    case 'EISDIR':
      return new EngineError(
        'file-is-directory',
        `“${name}” is a folder, not a file.`,
        'Choose a CSV file inside it.',
      )
    case 'EACCES':
    case 'EPERM':
      return new EngineError(
        'file-unreadable',
        `You have no permission to read “${name}”.`,
        'Change its permissions, or copy it to a folder of your own.',
      )
    case 'EBUSY':
      return new EngineError(
        'file-unreadable',
        `“${name}” is locked by another program.`,
        'Close it there and open it again.',
      )
    default:
      return new EngineError(
        'file-unreadable',
        `“${name}” could not be read: the system says ${code}.`,
        'Check that the disk is still connected, or copy the file and open the copy.',
      )
  }
}
