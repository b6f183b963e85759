import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { createEngine, createGrants } from '../../engine/index.ts'
import type { Reading } from './reading.ts'

/** Opens a file in the engine, as the window does: threads are there, and the first file has been opened. */
const [path] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'basin-import-'))
const small = join(folder, 'small.csv')
writeFileSync(small, `a,b\n${'1.5,2\n'.repeat(1000)}`)
const grants = createGrants()
const samplesFolder = fileURLToPath(new URL('../../samples/', import.meta.url))
const { engine, close } = createEngine({ grants, samplesFolder, version: '0.0.0', threads: 2 })
const open = (file: string, options: Parameters<typeof engine.open>[1] = {}) =>
  engine.open({ source: { grant: grants.addFile(file).grant }, dialect: {} }, options)
await open(small)

const before = megabytes(process.memoryUsage.rss())
const loop = monitorEventLoopDelay({ resolution: 5 })
loop.enable()
let last = performance.now()
let report = 0
const onProgress = () => {
  const now = performance.now()
  report = Math.max(report, now - last)
  last = now
}
const processor = process.cpuUsage()
const began = performance.now()
const { rows, columns } = await open(path, { onProgress })
const wall = (performance.now() - began) / 1e3
const { user, system } = process.cpuUsage(processor)
loop.disable()
if (rows === 0 || columns.some(({ mean }) => mean === null)) throw new Error('A column has no mean.')
const reading: Reading = {
  wall,
  cpu: (user + system) / 1e6,
  peak: megabytes(process.resourceUsage().maxRSS * 1024),
  before,
  report,
  blocked: loop.max / 1e6,
  cancel: await cancelled(),
}
process.stdout.write(JSON.stringify(reading))
await close()
rmSync(folder, { recursive: true })

/** Milliseconds from a cancel in the middle of the file to the answer. */
async function cancelled(): Promise<number> {
  const abort = new AbortController()
  let asked = 0
  try {
    await open(path, {
      signal: abort.signal,
      onProgress({ fraction }) {
        if (fraction === null || fraction < 0.2 || asked > 0) return
        asked = performance.now()
        abort.abort()
      },
    })
  } catch {
    return performance.now() - asked
  }
  throw new Error('The file was read before it could be cancelled.')
}

function megabytes(bytes: number): number {
  return bytes / 2 ** 20
}
