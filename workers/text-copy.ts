import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ImportedFile } from './tasks.ts'

/** Folders of one machine begin alike: process numbers mean nothing on another that shares the folder above. */
const PREFIX = `basin-text-${createHash('sha256').update(hostname()).digest('hex').slice(0, 8)}-`
const kept = new Set<string>()

/** A new folder for the unpacked text of one file, which nobody else can read. */
export function createTextFolder(parent = tmpdir()): string {
  return mkdtempSync(join(parent, `${PREFIX}${process.pid}-`))
}

/** Has the unpacked text of a file dropped when this process ends, if nobody drops it before. */
export function keepText(file: Pick<ImportedFile, 'compression' | 'textPath'>): void {
  if (file.compression === null) return
  if (kept.size === 0) process.once('exit', dropKept)
  kept.add(dirname(file.textPath))
}

/** Deletes the unpacked text of a file; the file itself is not touched. */
export function dropText(file: Pick<ImportedFile, 'compression' | 'textPath'>): void {
  if (file.compression === null) return
  const folder = dirname(file.textPath)
  dropTextFolder(folder)
  kept.delete(folder)
  if (kept.size === 0) process.off('exit', dropKept)
}

export function dropTextFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}

/** Deletes the texts that processes left behind which did not end by themselves. */
export function sweepTexts(parent = tmpdir()): void {
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN
    if (Number.isNaN(pid) || isAlive(pid)) continue
    try {
      dropTextFolder(join(parent, name))
    } catch {
      // Another person's: theirs to delete.
    }
  }
}

function dropKept(): void {
  for (const folder of kept) dropTextFolder(folder)
  kept.clear()
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return !(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH')
  }
}
