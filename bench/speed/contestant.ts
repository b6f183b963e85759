import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** Seconds that some work took, and the log-likelihood it ended at. */
export interface Timing {
  /** Processor time of the whole process. */
  cpu: number
  wall: number
  logLikelihood: number
}

/** A program that holds the rows and a start, and runs EM from there as often as asked. */
export interface Contestant {
  name: string
  /** What it says of its own version. */
  version: string
  ask(request: string): Promise<Timing>
  close(): Promise<void>
}

/** Starts a program that speaks the protocol of the README: it says its version, then answers each line with three numbers. */
export async function startContestant(
  name: string,
  [command, ...words]: readonly string[],
  threads = 1,
): Promise<Contestant> {
  const count = String(threads)
  const environment = { ...process.env, OMP_NUM_THREADS: count, OPENBLAS_NUM_THREADS: count }
  const child = spawn(command, words, { stdio: ['pipe', 'pipe', 'inherit'], env: environment })
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async () => {
    const { value, done } = await lines.next()
    if (done === true) throw new Error(`${name} ended without an answer.`)
    return value
  }
  return {
    name,
    version: await answer(),
    async ask(request) {
      child.stdin.write(`${request}\n`)
      const [cpu, wall, logLikelihood] = (await answer()).split(' ').map(Number)
      return { cpu, wall, logLikelihood }
    },
    async close() {
      child.stdin.end()
      await ended
    },
  }
}
