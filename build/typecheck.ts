import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const FOLDERS = ['core', 'contract', 'workers', 'engine', 'electron', 'hosts', 'build', 'bench', 'samples']

const sources = (folder: string) =>
  globSync(`${folder}/**/*.ts`, { cwd: root }).filter((file) => !file.endsWith('.test.ts'))
const check = (tool: string, project: string) =>
  spawnSync(process.execPath, [`${root}node_modules/${tool}`, '-p', project], { cwd: root, stdio: 'inherit' })
    .status === 0

const TSC = 'typescript/bin/tsc'
const VUE_TSC = 'vue-tsc/bin/vue-tsc.js'
let clean = true
for (const folder of FOLDERS)
  if (existsSync(`${root}${folder}`) && sources(folder).length > 0) clean = check(TSC, folder) && clean
clean = check(VUE_TSC, 'renderer') && clean
clean = check(VUE_TSC, 'tsconfig.tests.json') && clean
process.exitCode = clean ? 0 : 1
