// Installers of this system in release/, with their bill of materials. Further words go to electron-builder.
// node build/dist.ts [--dir …]
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { planDistribution } from './shipped/distribution.ts'
import { sbomText } from './sbom.ts'
import { checkSizes, packedFolders } from './sizes.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const { signing, updates, parameters, without } = planDistribution(process.platform, process.env)
const say = (line: string) => process.stdout.write(`${line}\n`)

rmSync(`${root}release`, { recursive: true, force: true })
say(signing)
say(updates)
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !without.includes(name)))
const words = ['--config', 'build/electron-builder.yml', '--publish', 'never', ...parameters]
const { status } = spawnSync(
  process.execPath,
  [`${root}node_modules/electron-builder/cli.js`, ...words, ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit', env: { ...env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' } },
)
if (status !== 0) process.exitCode = status ?? 1
else {
  writeFileSync(`${root}release/basin.cdx.json`, sbomText())
  checkSizes(packedFolders())
  say(signing)
}
