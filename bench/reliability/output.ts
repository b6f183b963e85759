import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** How a program ended. */
export interface Ended {
  status: number | null
  /** What it wrote to standard output and to standard error. */
  text: string
  errors: string
  seconds: number
  /** The most memory it held, in megabytes; 0 where the system does not tell. */
  peak: number
}

const LOOK_EVERY = 250

/** Runs a script of the checkout to its end. */
export function output(command: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(process.execPath, command, { env: { ...process.env, ...environment } })
    let [text, errors, peak] = ['', '', 0]
    child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => (errors += part))
    const timer = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid))
    }, LOOK_EVERY)
    child.once('error', reject)
    child.once('close', (status) => {
      clearInterval(timer)
      resolve({ status, text: text.trim(), errors, seconds: (performance.now() - began) / 1000, peak })
    })
  })
}

/** As Linux keeps it. */
function peakOf(pid: number | undefined): number {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Math.round(Number(kilobytes) / 1024)
  } catch {
    return 0
  }
}
