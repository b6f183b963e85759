import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { EngineError, type ErrorCode } from '../../contract/errors.ts'
import { say } from '../../contract/words/say.ts'

export interface NoticeAction {
  label: string
  act(): void
}

export interface Notice {
  id: number
  tone: 'error' | 'done'
  message: string
  remedy: string
  /** What the person can do about it at once. */
  action: NoticeAction | null
  /** Of a failure: what the guide has its entry under. */
  code: ErrorCode | null
}

/** What Basin has to say outside the panels: failures with their remedy, and what was written where. */
export const useNoticesStore = defineStore('notices', () => {
  const notices = shallowRef<Notice[]>([])
  let last = 0

  function add(
    tone: Notice['tone'],
    message: string,
    remedy: string,
    action: NoticeAction | null = null,
    code: ErrorCode | null = null,
  ): void {
    const others = notices.value.filter((notice) => notice.message !== message && notice.tone !== 'done')
    notices.value = [...others.slice(-2), { id: ++last, tone, message, remedy, action, code }]
  }

  /** A failure in words. What the person cancelled, and a dead engine (it has its own banner), say nothing more. */
  function report(thrown: unknown, action: NoticeAction | null = null): void {
    const error = EngineError.from(thrown)
    if (error.code === 'cancelled' || error.code === 'engine-died') return
    add('error', withPlace(error), error.remedy, action, error.code)
  }

  /** Something that is no failure, and not done either. */
  function say(message: string): void {
    add('error', message, '')
  }

  function done(message: string, action: NoticeAction | null = null): void {
    add('done', message, '', action)
  }

  function dismiss(id: number): void {
    notices.value = notices.value.filter((notice) => notice.id !== id)
  }

  function clear(): void {
    notices.value = []
  }

  return { notices, report, say, done, dismiss, clear }
})

function withPlace(error: EngineError): string {
  const { message, said, line, column } = error
  if (line === undefined || /\bline [\d{]/i.test(said?.message?.english ?? message)) return message
  return column === undefined
    ? say('{message} (line {line})', { message, line })
    : say('{message} (line {line}, column “{column}”)', { message, line, column })
}
