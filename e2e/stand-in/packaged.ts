import { cpSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { extractAll } from '@electron/asar'

/**
 * The resources of a packaged application beside its executable, unpacked to a folder where `app.asar` is a folder:
 * plain Node cannot read archives. What lies in `app.asar.unpacked` is there alone, so that nothing runs from inside
 * the archive that no thread could load from there; only `package.json` is in both, as both sides read it. Null where the executable has no packed application.
 */
export function unpackResources(executable: string): string | null {
  const resources = join(dirname(realpathSync(executable)), 'resources')
  if (!existsSync(join(resources, 'app.asar'))) return null
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-app-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  extractAll(join(resources, 'app.asar'), join(folder, 'app.asar'))
  for (const name of readdirSync(resources)) {
    if (name !== 'app.asar') cpSync(join(resources, name), join(folder, name), { recursive: true })
  }
  for (const name of unpackedFiles(join(folder, 'app.asar.unpacked')))
    if (name !== 'package.json') rmSync(join(folder, 'app.asar', name))
  return folder
}

function unpackedFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}
