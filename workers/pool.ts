import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { taskFailure } from './failure.ts'
import type { TaskName, Tasks } from './tasks.ts'

export interface RunOptions {
  /**
   * Takes a queued task out of the queue. Of a running task it ends the thread: only as a last resort, the gentle way
   * is the stop flag in the task's shared memory.
   */
  signal?: AbortSignal
}

/** Worker threads. A failed task rejects with an EngineError; a thread that dies is replaced. */
export interface Pool {
  /** Restarts that run at once. */
  readonly threads: number
  run<T extends TaskName>(
    task: T,
    input: Tasks[T]['input'],
    options?: RunOptions,
  ): Promise<Tasks[T]['output']>
  /** Ends all threads; what still runs is rejected with `cancelled`. */
  close(): Promise<void>
}

const IDLE_MILLISECONDS = 300_000

/**
 * Restarts and their helpers have their threads and all other tasks have theirs, so that no import waits behind a queue of restarts.
 * `folder` holds one file per task.
 */
export function createPool(threads: number, folder: URL = taskFolder()): Pool {
  let restarts: Piscina | null = null
  let rest: Piscina | null = null
  return {
    threads,
    async run<T extends TaskName>(task: T, input: Tasks[T]['input'], { signal }: RunOptions = {}) {
      const pool =
        task === 'run-restart' || task === 'run-restarts' || task === 'assist-restart'
          ? (restarts ??= createThreads(threads, threads))
          : (rest ??= createThreads(1, Math.max(2, threads)))
      try {
        const output: unknown = await pool.run(input, {
          filename: taskFile(task, folder),
          ...(signal && { signal }),
        })
        return output as Tasks[T]['output']
      } catch (thrown) {
        throw taskFailure(thrown)
      }
    },
    async close() {
      await Promise.all([restarts?.destroy(), rest?.destroy()])
    },
  }
}

/** At least one thread is kept: only then does Piscina replace a thread that died while tasks are queued. */
function createThreads(least: number, most: number): Piscina {
  const pool = new Piscina({
    minThreads: least,
    maxThreads: most,
    idleTimeout: IDLE_MILLISECONDS,
    maxQueue: Number.POSITIVE_INFINITY,
  })
  // A thread that dies between tasks has no promise to reject; without a listener the event would end the process.
  pool.on('error', () => undefined)
  return pool
}

function taskFolder(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './tasks/' : '../workers/tasks/', import.meta.url)
}

function taskFile(task: TaskName, folder: URL): string {
  return fileURLToPath(new URL(`${task}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, folder))
}
