import { fork, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { connect } from '../../contract/client.ts'
import type { Engine } from '../../contract/engine.ts'
import type { Message, Port } from '../../contract/messages.ts'

export type ToProgram =
  | { kind: 'file' | 'target'; id: string; path: string }
  | { kind: 'page' | 'threads' | 'thread-heap' | 'engine-heap' }
  | { kind: 'message'; message: Message }

/** A running program: the engine in a process of its own, and the page that talks to it. */
export interface Program {
  /** As the page has it. */
  engine(): Engine
  grantFile(path: string): string
  grantTarget(path: string): string
  /** The page is gone; another one takes its place. */
  closePage(): void
  /** Ends all worker threads. */
  endThreads(): void
  /** One of its threads, in the midst of arithmetic, or the engine itself fills its heap to the limit. */
  fillHeap(of: 'thread' | 'engine'): void
  /** Resolves once its process has ended by itself. */
  ended(): Promise<void>
  /** With no chance to say anything. */
  kill(): Promise<void>
}

/** Megabytes of JavaScript heap, of the engine and of each of its threads. */
export const HEAP = 128

const SAMPLES = join(import.meta.dirname, '../../samples')

export async function startProgram(choicesFolder: string): Promise<Program> {
  const child = fork(join(import.meta.dirname, 'program.ts'), [choicesFolder, SAMPLES], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${HEAP}`],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(child, 'message')
  const exit = once(child, 'exit')
  let page = openPage(child)

  const tell = (told: ToProgram) => void child.send(told)
  const grant = (kind: 'file' | 'target', path: string) => {
    const id = randomUUID()
    tell({ kind, id, path })
    return id
  }
  return {
    engine: () => page.engine,
    grantFile: (path) => grant('file', path),
    grantTarget: (path) => grant('target', path),
    closePage() {
      page.leave('The page was closed.')
      page = openPage(child)
    },
    endThreads: () => tell({ kind: 'threads' }),
    fillHeap: (of) => tell({ kind: `${of}-heap` }),
    async ended() {
      await exit
    },
    async kill() {
      child.kill('SIGKILL')
      await exit
    },
  }
}

function openPage(child: ChildProcess): { engine: Engine; leave(reason: string): void } {
  let heard: ((message: Message) => void) | null = null
  let gone: ((reason: string) => void) | null = null
  const listen = (told: { kind: string; message: Message }) => {
    if (told.kind === 'message') heard?.(told.message)
  }
  const leave = (reason: string) => {
    child.off('message', listen)
    gone?.(reason)
    gone = null
  }
  const port: Port = {
    send: (message) => void child.send({ kind: 'message', message } satisfies ToProgram),
    onMessage: (listener) => void (heard = listener),
    onClose: (listener) => void (gone = listener),
    close: () => undefined,
  }
  child.on('message', listen)
  child.once('exit', () => leave('Its process ended.'))
  child.send({ kind: 'page' } satisfies ToProgram)
  return { engine: connect(port), leave }
}
