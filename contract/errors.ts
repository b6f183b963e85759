import { phrase, sayPhrase, type Phrase } from './words/say.ts'

/** Every way a call can fail. A code never changes its meaning; a new case gets a new code. */
export const ERROR_CODES = [
  'cancelled',
  'invalid-input',
  'unknown-id',
  'file-missing',
  'file-unreadable',
  'file-is-directory',
  'file-empty',
  'file-header-only',
  'file-binary',
  'file-changed',
  'no-numeric-column',
  'missing-values',
  'model-mismatch',
  'too-few-rows',
  'too-large',
  'no-usable-model',
  'target-unwritable',
  'session-unreadable',
  'session-newer',
  'session-data-missing',
  'session-data-changed',
  'not-available',
  'engine-died',
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

export interface ErrorPlace {
  /** 1-based line of the file. */
  line?: number
  /** Name of the column, as the file writes it. */
  column?: string
}

/** What crosses a port instead of an exception. */
export interface ErrorData extends ErrorPlace {
  code: ErrorCode
  /** What happened, one sentence. */
  message: string
  /** What to do about it, one sentence. Empty only for `cancelled`. */
  remedy: string
  /** Both, to be said in the language of whoever is told. */
  said?: Said
}

interface Said {
  message?: Phrase
  remedy?: Phrase
}

/** A failure with a code from a closed set, what happened, where, and what to do about it. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
  readonly code: ErrorCode
  readonly remedy: string
  readonly line: number | undefined
  readonly column: string | undefined
  readonly said: Said | undefined

  /** `message` and `remedy` are phrases where another side may have to say them. */
  constructor(code: ErrorCode, message: string | Phrase, remedy: string | Phrase, place: ErrorPlace = {}) {
    super(textOf(message))
    this.code = code
    this.remedy = textOf(remedy)
    this.said = phrasesOf(message, remedy)
    this.line = place.line
    this.column = place.column
  }

  /** The plain form that crosses a port. */
  toData(): ErrorData {
    return {
      code: this.code,
      message: this.message,
      remedy: this.remedy,
      line: this.line,
      column: this.column,
      said: this.said,
    }
  }

  static fromData(data: ErrorData): EngineError {
    return new EngineError(
      data.code,
      data.said?.message ?? data.message,
      data.said?.remedy ?? data.remedy,
      data,
    )
  }

  /** Any thrown value as an EngineError: memory that could not be had is `too-large`, what is unknown `internal`. */
  static from(thrown: unknown): EngineError {
    if (thrown instanceof EngineError) return thrown
    if (isOutOfMemory(thrown))
      return new EngineError(
        'too-large',
        phrase('This computer ran out of memory for it.'),
        phrase('Close other programs, or take fewer rows or columns.'),
      )
    const text = thrown instanceof Error ? thrown.message : String(thrown)
    return new EngineError(
      'internal',
      phrase('Something went wrong inside Basin: {text}', { text }),
      phrase('Try again; if it happens again, please report it with what you did.'),
    )
  }
}

function textOf(said: string | Phrase): string {
  return typeof said === 'string' ? said : sayPhrase(said)
}

function phrasesOf(message: string | Phrase, remedy: string | Phrase): Said | undefined {
  if (typeof message === 'string' && typeof remedy === 'string') return undefined
  return {
    ...(typeof message === 'string' ? {} : { message }),
    ...(typeof remedy === 'string' ? {} : { remedy }),
  }
}

function isOutOfMemory(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false
  if ('code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY') return true
  return (
    thrown instanceof RangeError &&
    /allocation failed|invalid (shared )?array buffer length|^WebAssembly\.Memory/i.test(thrown.message)
  )
}
