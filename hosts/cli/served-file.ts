import { access, constants, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileRefusal } from './file-refusal.ts'

/** Refuses before anything is served a file that could not be opened then. Throws EngineError. */
export async function checkServed(path: string): Promise<void> {
  try {
    await access(path, constants.R_OK)
    if ((await stat(path)).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
  } catch (thrown) {
    throw fileRefusal(thrown, resolve(path))
  }
}
