import { cpSync, readdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { desktop, preload, terminal, workerTasks } from './node-side.ts'
import page from './renderer.config.ts'

const out = fileURLToPath(new URL('../out/', import.meta.url))
const samples = fileURLToPath(new URL('../samples/', import.meta.url))

rmSync(out, { recursive: true, force: true })
for (const config of [
  ...desktop,
  preload,
  terminal,
  ...workerTasks(),
  { ...page, configFile: false as const },
])
  await build(config)
for (const file of readdirSync(samples))
  if (file.endsWith('.csv') || file === 'samples.json') cpSync(`${samples}${file}`, `${out}samples/${file}`)
