import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { createWire, type MessagePortMain, type PortFrame } from './ports.ts'

/** To and from a utility process, over Node's own channel with its advanced serialisation. */
export type UtilityFrame = PortFrame | { t: 'message'; data: unknown; ports: number[] }

const entry = new URL('./utility-entry.ts', import.meta.url)

class UtilityProcess extends EventEmitter {
  #child: ChildProcess
  #wire = createWire((frame) => this.#send(frame))

  constructor(modulePath: string, args: string[]) {
    super()
    this.#child = fork(entry, [modulePath, ...args], {
      execArgv: ['--no-warnings'],
      serialization: 'advanced',
      stdio: 'inherit',
    })
    const kill = () => this.#child.kill('SIGKILL')
    process.once('exit', kill)
    this.#child.once('spawn', () => this.emit('spawn'))
    this.#child.on('message', (frame: UtilityFrame) => {
      if (frame.t === 'message') this.emit('message', frame.data)
      else this.#wire.receive(frame)
    })
    this.#child.once('exit', (code, signal) => {
      process.off('exit', kill)
      this.#wire.lost()
      this.emit('exit', code ?? (signal === 'SIGTERM' ? 15 : 9))
    })
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined
  }

  postMessage(data: unknown, transfer: MessagePortMain[] = []): void {
    const ports = transfer.map((port) => this.#wire.give(port))
    this.#send({ t: 'message', data, ports })
  }

  kill(): boolean {
    return this.#child.kill()
  }

  #send(frame: UtilityFrame): void {
    if (this.#child.connected) this.#child.send(frame)
  }
}

const running = new Set<UtilityProcess>()

export const utilityProcess = {
  fork(modulePath: string, args: string[] = []): UtilityProcess {
    const started = new UtilityProcess(modulePath, args)
    running.add(started)
    started.once('exit', () => running.delete(started))
    return started
  },
}

export function stopUtilityProcesses(): void {
  for (const one of running) one.kill()
}

/** Process ids of those that run. */
export function utilityProcessIds(): number[] {
  return [...running].flatMap((one) => one.pid ?? [])
}
