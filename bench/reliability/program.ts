// The engine in a process of its own, as the desktop has it, with its port over the parent's channel. Told `threads` it ends every
// worker thread, as a fault of the machine would; told `thread-heap` or `engine-heap`, one of them fills its heap to its limit.
import { createRequire, syncBuiltinESMExports } from 'node:module'
import type * as threads from 'node:worker_threads'
import type { Port } from '../../contract/messages.ts'
import { FULL, fillHeap } from './fill-heap.ts'
import { HEAP, type ToProgram } from './process.ts'

const workerThreads = createRequire(import.meta.url)('node:worker_threads') as typeof threads
const running = new Set<threads.Worker>()
const full = new Int32Array(new SharedArrayBuffer(4))
workerThreads.setEnvironmentData(FULL, full)
workerThreads.Worker = class extends workerThreads.Worker {
  constructor(file: string | URL, options: threads.WorkerOptions = {}) {
    super(file, {
      ...options,
      execArgv: ['--import', new URL('fill-heap.ts', import.meta.url).href],
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
    })
    running.add(this)
    this.once('exit', () => running.delete(this))
  }
}
syncBuiltinESMExports()

// Only now, so that the pool makes its threads of the class above.
const { serve } = await import('../../contract/server.ts')
const { createEngine, createGrants } = await import('../../engine/index.ts')

const [choicesFolder = '', samplesFolder = ''] = process.argv.slice(2)
const grants = createGrants()
const { engine } = createEngine({ grants, choicesFolder, samplesFolder, version: '0.0.0', threads: 2 })

let heard: ((message: never) => void) | null = null
let gone: ((reason: string) => void) | null = null

process.on('message', (told: ToProgram) => {
  switch (told.kind) {
    case 'file':
      return void grants.addFile(told.path, told.id)
    case 'target':
      return void grants.addTarget(told.path, told.id)
    case 'threads':
      for (const worker of running) void worker.terminate()
      return
    case 'thread-heap':
      return void Atomics.store(full, 0, 1)
    case 'engine-heap':
      return fillHeap()
    case 'page': {
      gone?.('The page was closed.')
      const page: Port = {
        send: (message) => void process.send?.({ kind: 'message', message }),
        onMessage: (listener) => void (heard = listener as typeof heard),
        onClose: (listener) => void (gone = listener),
        close: () => undefined,
      }
      return serve(engine, page)
    }
    case 'message':
      heard?.(told.message as never)
  }
})
process.send?.({ kind: 'ready' })
