import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import './bundle.ts'
import { electronBinary } from './electron-binary.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const files = process.argv.slice(2).map((file) => resolve(process.env['INIT_CWD'] ?? '.', file))
const electron = electronBinary()

function run(program: string, parameters: string[]): void {
  const child = spawn(program, parameters, { cwd: root, stdio: 'inherit' })
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('error', (error) => {
    process.stderr.write(`Basin did not start: ${error.message}\n`)
    process.exitCode = 1
  })
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

if ('path' in electron) run(electron.path, ['.', ...files])
else {
  process.stdout.write(`No desktop window, because ${electron.why}: Basin opens in the browser instead.\n`)
  run(process.execPath, [`${root}out/hosts/main.js`, 'serve', ...files])
}
