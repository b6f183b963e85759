import { EventEmitter } from 'node:events'

/** Nobody sees it: tests read it as it is shown, and click on it by its event. */
export class Notification extends EventEmitter {
  readonly title: string
  readonly body: string

  constructor({ title, body }: { title: string; body: string }) {
    super()
    this.title = title
    this.body = body
  }

  static isSupported(): boolean {
    return true
  }

  show(): void {
    this.emit('show')
  }

  close(): void {
    this.emit('close')
  }
}
