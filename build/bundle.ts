import { cpSync, readdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type InlineConfig } from 'vite'
import { writeLicences, type Bundled } from './licences.ts'
import { desktop, preload, terminal, workerTasks } from './node-side.ts'
import page from './renderer.config.ts'
import { noteModules } from './shipped/note-modules.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const out = fileURLToPath(new URL('../out/', import.meta.url))
const samples = fileURLToPath(new URL('../samples/', import.meta.url))

const named = (part: string, configs: InlineConfig[]) => configs.map((config) => [part, config] as const)
const bundled: Bundled = {}

rmSync(out, { recursive: true, force: true })
for (const [part, config] of [
  ...named('the desktop’s processes', [...desktop, preload]),
  ...named('the terminal and the local server', [terminal]),
  ...named('the threads', workerTasks()),
  ...named('the page', [{ ...page, configFile: false as const }]),
]) {
  const seen = noteModules(root, (folder) => {
    const parts = (bundled[folder] ??= [])
    if (!parts.includes(part)) parts.push(part)
  })
  await build({ ...config, plugins: [...(config.plugins ?? []), seen] })
}
for (const file of readdirSync(samples))
  if (file.endsWith('.csv') || file === 'samples.json') cpSync(`${samples}${file}`, `${out}samples/${file}`)
writeLicences(bundled)
