import { execFileSync } from 'node:child_process'
import { appendFileSync, chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { placeInstallerTools } from './stand-in/installer-tools.ts'

const root = join(import.meta.dirname, '..')
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const WIRE = `${String.fromCharCode(1, 9)}101101100`

/** The files of Electron's own that a packed application must not lose; as placeholders, they only need to be there. */
const ELECTRON_FILES = [
  'LICENSE',
  'LICENSES.chromium.html',
  'icudtl.dat',
  'chrome-sandbox',
  'chrome_crashpad_handler',
  'locales/en-US.pak',
  'locales/nb.pak',
  'resources/.keep',
]

/** An Electron distribution whose executable is the stand-in's, with a fuse wire at its end as the real one has. */
function placeElectron(folder: string): string {
  const distribution = join(folder, 'electron')
  for (const file of ELECTRON_FILES) {
    mkdirSync(dirname(join(distribution, file)), { recursive: true })
    writeFileSync(join(distribution, file), '')
  }
  const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string }
  writeFileSync(join(distribution, 'version'), version)
  cpSync(join(import.meta.dirname, 'stand-in/dist/electron'), join(distribution, 'electron'))
  appendFileSync(join(distribution, 'electron'), `\n# ${SENTINEL}${WIRE}\n`, 'latin1')
  chmodSync(join(distribution, 'electron'), 0o755)
  return distribution
}

/** What was packed for Linux: the folder that an installer would lay down, and what goes into each installer. */
export interface PackedForLinux {
  packed: string
  appImage: string
  deb: string
}

/** Packs the built application for Linux into the folder, up to where the tools that make the installers would take over. */
export function packForLinux(folder: string): PackedForLinux {
  const builder = join(root, 'node_modules/electron-builder/cli.js')
  const { env, appImage, deb } = placeInstallerTools(folder)
  const parameters = [
    ...['--linux', '--x64', '--publish', 'never', '--config', 'build/electron-builder.yml'],
    `-c.electronDist=${placeElectron(folder)}`,
    `-c.directories.output=${join(folder, 'release')}`,
  ]
  execFileSync(process.execPath, [builder, ...parameters], {
    cwd: root,
    stdio: 'pipe',
    env: { ...process.env, ...env },
  })
  return { packed: join(folder, 'release/linux-unpacked'), appImage, deb }
}

/** The files of the samples, from their list. */
export function readSampleNames(): string[] {
  const samples = JSON.parse(readFileSync(join(root, 'samples/samples.json'), 'utf8')) as { file: string }[]
  return samples.map((sample) => sample.file)
}
