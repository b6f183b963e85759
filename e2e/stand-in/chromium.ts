import { spawn, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { localeAsked } from './locale.ts'

const FLAGS = [
  '--test-type',
  '--no-sandbox',
  '--disable-gpu',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-domain-reliability',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--no-startup-window',
  '--remote-debugging-port=0',
  '--remote-allow-origins=*',
  // Chromium ends by itself when this pipe breaks, so not even a killed test leaves a browser behind.
  '--remote-debugging-pipe',
]

type Reply = Record<string, unknown>
interface Incoming {
  id?: number
  method?: string
  sessionId?: string
  params?: Reply
  result?: Reply
  error?: { message: string }
}

/** A browser spoken to by the DevTools protocol. Emits each event as (params), named `<session>:<method>` or `:<method>`. */
export class Chromium extends EventEmitter {
  #process: ChildProcess
  #waiting = new Map<number, { resolve(reply: Reply): void; reject(error: Error): void }>()
  #lastId = 0

  constructor(child: ChildProcess) {
    super()
    this.setMaxListeners(0)
    this.#process = child
    let rest = ''
    const output = child.stdio[4] as Readable
    output.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\0')
      rest = lines.pop() ?? ''
      for (const line of lines) this.#receive(JSON.parse(line) as Incoming)
    })
    child.once('exit', () => {
      for (const one of this.#waiting.values()) one.reject(new Error('The browser has ended.'))
      this.#waiting.clear()
    })
  }

  send(method: string, params: Reply = {}, sessionId?: string): Promise<Reply> {
    const id = ++this.#lastId
    const input = this.#process.stdio[3] as Writable
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  async close(): Promise<void> {
    if (this.#process.exitCode !== null) return
    const ended = new Promise((done) => this.#process.once('exit', done))
    await this.send('Browser.close').catch(() => {})
    await ended
  }

  #receive({ id, method, sessionId, params, result, error }: Incoming): void {
    if (id === undefined) {
      this.emit(`${sessionId ?? ''}:${method}`, params)
      return
    }
    const answer = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (error) answer?.reject(new Error(error.message))
    else answer?.resolve(result ?? {})
  }
}

interface Started {
  chromium: Chromium
  endpoint: string
}

async function startChromium(): Promise<Started> {
  const profile = mkdtempSync(join(tmpdir(), 'stand-in-'))
  const headless = process.env['STAND_IN_HEADFUL'] ? [] : ['--headless']
  const child = spawn(
    process.env['BASIN_CHROMIUM'] ?? '/usr/bin/chromium',
    [...headless, ...FLAGS, `--accept-lang=${localeAsked()}`, `--user-data-dir=${profile}`],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  )
  process.once('exit', () => {
    child.kill('SIGKILL')
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  })
  const endpoint = await new Promise<string>((found, failed) => {
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const line = /DevTools listening on (ws:\S+)/.exec(said)
      if (line?.[1]) found(line[1])
    })
    child.once('error', failed)
    child.once('exit', (code) => failed(new Error(`Chromium ended with ${code}: ${said.slice(-2000)}`)))
  })
  return { chromium: new Chromium(child), endpoint }
}

let started: Promise<Started> | undefined

/** The one browser of this process. */
export async function browser(): Promise<Chromium> {
  return (await (started ??= startChromium())).chromium
}

/** Prints the line by which Playwright finds it. */
export async function announceBrowser(): Promise<void> {
  const { endpoint } = await (started ??= startChromium())
  process.stderr.write(`\nDevTools listening on ${endpoint}\n`)
}

export async function closeBrowser(): Promise<void> {
  await (await started)?.chromium.close()
}
