import { cpSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { extractAll } from '@electron/asar'

/**
 * The resources of a packaged application beside its executable, unpacked to a folder where `app.asar` is a folder:
 * plain Node cannot read archives. Null where the executable has no packed application.
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
  return folder
}
