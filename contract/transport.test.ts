import { describe, expect, it, vi } from 'vitest'
import { connect } from './client.ts'
import type { Engine } from './engine.ts'
import { EngineError } from './errors.ts'
import { phrase, speak } from './words/say.ts'
import { createLoop } from './loop.ts'
import type { Message, Port } from './messages.ts'
import { INPUTS } from './schemas.ts'
import { serve } from './server.ts'

function engineOf(parts: Partial<Engine>): Engine {
  const absent = () => Promise.reject(new EngineError('not-available', 'Not in this test.', 'None.'))
  const all = Object.fromEntries(Object.keys(INPUTS).map((method) => [method, absent]))
  return { ...all, ...parts } as Engine
}

function join(parts: Partial<Engine>): { engine: Engine; port: Port } {
  const [near, far] = createLoop()
  serve(engineOf(parts), far)
  return { engine: connect(near), port: near }
}

/** A port that shows what the server sends and lets a test send anything. */
function rawServer(parts: Partial<Engine>) {
  const sent: Message[] = []
  const listeners: ((message: Message) => void)[] = []
  const closers: ((reason: string) => void)[] = []
  serve(engineOf(parts), {
    send: (message) => sent.push(message),
    onMessage: (listener) => listeners.push(listener),
    onClose: (listener) => closers.push(listener),
    close: () => undefined,
  })
  return {
    sent,
    receive: (message: unknown) => listeners.forEach((listener) => listener(message as Message)),
    close: () => closers.forEach((listener) => listener('gone')),
  }
}

const untilAborted = (signal: AbortSignal | undefined, then: () => void) =>
  new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => {
      then()
      reject(new EngineError('cancelled', 'Stopped.', ''))
    })
  })

describe('a call over a port', () => {
  it('gets the result of the engine, with defaults filled in', async () => {
    const exportLabels = vi.fn(() => Promise.resolve({ rows: 7 }))
    const { engine } = join({ exportLabels: exportLabels as unknown as Engine['exportLabels'] })
    const asked = { fit: 'f1', restart: 'r1', target: 't1', posteriors: true }
    expect(await engine.exportLabels(asked)).toEqual({ rows: 7 })
    expect(exportLabels).toHaveBeenCalledWith({ ...asked, spreadsheetSafe: false }, expect.anything())
  })

  it('gets the code, message, remedy and place of a failure', async () => {
    const failure = new EngineError('file-binary', 'It is a picture.', 'Choose a CSV.', {
      line: 3,
      column: 'a',
    })
    const { engine } = join({ samples: () => Promise.reject(failure) })
    await expect(engine.samples(null)).rejects.toMatchObject(failure.toData())
  })

  it('gets a failure in the language that it speaks', async () => {
    const failure = new EngineError(
      'file-empty',
      phrase('The file {file} is empty.', { file: 'a' }),
      phrase('Choose another.'),
    )
    const { engine } = join({ samples: () => Promise.reject(failure) })
    const refused = engine.samples(null).catch((thrown: unknown) => thrown)
    speak('de', {
      'The file {file} is empty.': 'Die Datei {file} ist leer.',
      'Choose another.': 'Wählen Sie eine andere.',
    })
    expect(await refused).toMatchObject({
      message: 'Die Datei a ist leer.',
      remedy: 'Wählen Sie eine andere.',
    })
    expect(failure.message).toBe('The file a is empty.')
    speak('en', {})
  })

  it('turns an exception without a code into `internal`', async () => {
    const { engine } = join({ samples: () => Promise.reject(new TypeError('x is not a function')) })
    await expect(engine.samples(null)).rejects.toMatchObject({ code: 'internal' })
  })

  it('sees progress while it runs and none after', async () => {
    let late: (() => void) | undefined
    const { engine } = join({
      open: (_, options) => {
        const report = (rows: number) => options?.onProgress?.({ kind: 'work', fraction: null, rows })
        report(1)
        late = () => report(2)
        return Promise.resolve({} as Awaited<ReturnType<Engine['open']>>)
      },
    })
    const seen: number[] = []
    await engine.open({ source: { sample: 'a' } }, { onProgress: (progress) => seen.push(progress.rows) })
    late?.()
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(seen).toEqual([1])
  })

  it('reaches the engine as an abort when it is cancelled', async () => {
    const aborted = vi.fn()
    const { engine } = join({ samples: (_, options) => untilAborted(options?.signal, aborted) })
    const controller = new AbortController()
    const call = engine.samples(null, { signal: controller.signal })
    controller.abort()
    await expect(call).rejects.toMatchObject({ code: 'cancelled' })
    expect(aborted).toHaveBeenCalledOnce()
  })

  it('is cancelled at once where its signal was aborted before', async () => {
    const { engine } = join({ samples: (_, options) => untilAborted(options?.signal, () => undefined) })
    await expect(engine.samples(null, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    })
  })

  it('is refused where the value cannot be cloned', async () => {
    const { engine } = join({})
    await expect(engine.samples((() => 1) as unknown as null)).rejects.toMatchObject({ code: 'internal' })
  })
})

describe('a port that closes', () => {
  it('rejects every pending call and every later one', async () => {
    const { engine, port } = join({ samples: () => new Promise(() => undefined) })
    const pending = [engine.samples(null), engine.samples(null)]
    port.close()
    for (const call of pending) await expect(call).rejects.toMatchObject({ code: 'engine-died' })
    await expect(engine.samples(null)).rejects.toMatchObject({ code: 'engine-died' })
  })

  it('stops what the engine was doing for it', async () => {
    const aborted = vi.fn()
    const raw = rawServer({ samples: (_, options) => untilAborted(options?.signal, aborted) })
    raw.receive({ kind: 'call', id: 1, method: 'samples', input: null })
    await Promise.resolve()
    raw.close()
    expect(aborted).toHaveBeenCalledOnce()
  })
})

describe('the server', () => {
  it('refuses a bad input in words that name the field, before the engine sees it', async () => {
    const rows = vi.fn()
    const { engine } = join({ rows: rows })
    const bad = engine.rows({ dataset: 'a', from: 0, count: 0 })
    await expect(bad).rejects.toMatchObject({
      code: 'invalid-input',
      message: 'The request “rows” was refused: at count: Rows must be at least 1.',
    })
    await expect(engine.rows({ dataset: 5 as unknown as string, from: 0, count: 1 })).rejects.toThrowError(
      /at dataset: it must be string, not 5/,
    )
    expect(rows).not.toHaveBeenCalled()
  })

  it('names the entry of a list that is wrong', async () => {
    const { engine } = join({})
    const call = engine.points({
      dataset: 'a',
      columns: [0, -1],
      axes: { principal: { x: 1, y: 2 } },
      limit: 5,
    })
    await expect(call).rejects.toThrowError(/at columns, entry 2: A column must be at least 0/)
  })

  it.each(['toString', '__proto__', 'constructor', 'format'])(
    'refuses the unknown method %s',
    async (method) => {
      const raw = rawServer({})
      raw.receive({ kind: 'call', id: 1, method, input: null })
      await vi.waitFor(() => expect(raw.sent).toHaveLength(1))
      expect(raw.sent[0]).toMatchObject({ kind: 'error', error: { code: 'invalid-input' } })
    },
  )

  it('ignores what is no message, and answers the next call', async () => {
    const raw = rawServer({ samples: () => Promise.resolve([]) })
    for (const junk of [
      null,
      5,
      'call',
      [],
      {},
      { kind: 'call' },
      { kind: 'call', id: 'x', method: 'samples' },
      { kind: 'error', id: 1 },
    ])
      raw.receive(junk)
    raw.receive({ kind: 'call', id: 2, method: 'samples', input: null })
    await vi.waitFor(() => expect(raw.sent).toEqual([{ kind: 'result', id: 2, value: [] }]))
  })
})
