import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FETCH_MS = 300_000
const folder = fileURLToPath(new URL('../node_modules/electron/', import.meta.url))

/** The real Electron's executable in node_modules, or null. */
export function installedElectron(): string | null {
  if (!existsSync(`${folder}path.txt`)) return null
  const path = `${folder}dist/${readFileSync(`${folder}path.txt`, 'utf8')}`
  return existsSync(path) ? path : null
}

/** Electron's executable, fetched once where it is missing, or why there is none. */
export function electronBinary(): { path: string } | { why: string } {
  if (process.platform === 'linux') {
    if (process.getuid?.() === 0) return { why: 'Electron does not run as root' }
    if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return { why: 'there is no display' }
  }
  const installed = installedElectron()
  if (installed !== null) return { path: installed }
  process.stdout.write('Fetching Electron…\n')
  const fetched = spawnSync(process.execPath, [`${folder}install.js`], { stdio: 'ignore', timeout: FETCH_MS })
  const path = fetched.status === 0 ? installedElectron() : null
  return path === null ? { why: 'Electron’s program could not be fetched' } : { path }
}
