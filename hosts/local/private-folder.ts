import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder that only this user can read, gone when the program ends. */
export interface PrivateFolder {
  /** A path of this name that no other file has. */
  place(name: string): string
  remove(): void
}

export function createPrivateFolder(): PrivateFolder {
  const folder = mkdtempSync(join(tmpdir(), 'basin-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  return {
    place(name) {
      const inside = join(folder, randomBytes(12).toString('hex'))
      mkdirSync(inside, { mode: 0o700 })
      return join(inside, name)
    },
    remove() {
      process.removeListener('exit', remove)
      remove()
    },
  }
}
