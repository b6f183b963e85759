import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import * as v from 'valibot'
import { EngineError, type ErrorData } from '../contract/errors.ts'
import { TARGET_KINDS } from '../contract/host.ts'
import { REQUEST } from './channels.ts'
import { isTrusted } from './security.ts'

const nothing = v.strictTuple([])
const path = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(32_768),
  v.check((text) => !text.includes('\0')),
)
const grantId = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const fileName = v.pipe(v.string(), v.minLength(1), v.maxLength(200), v.regex(/^[^/\\\0]+$/))

/** The arguments of every request: nothing else gets in. */
export const SHAPES = {
  [REQUEST.chooseFile]: nothing,
  [REQUEST.grantDropped]: v.strictTuple([path]),
  [REQUEST.chooseTarget]: v.strictTuple([fileName, v.picklist(TARGET_KINDS)]),
  [REQUEST.targetBeside]: v.strictTuple([grantId]),
  [REQUEST.initialFile]: nothing,
  [REQUEST.restartEngine]: nothing,
  [REQUEST.connect]: nothing,
} as const

export type Channel = keyof typeof SHAPES
export type Arguments<C extends Channel> = v.InferOutput<(typeof SHAPES)[C]>
export type Handlers = { [C in Channel]: (event: IpcMainInvokeEvent, ...args: Arguments<C>) => unknown }

/** What crosses instead of an exception, so that the words arrive as they were written. */
export type Reply = { value: unknown } | { error: ErrorData }

/** Checks the sender and the shape of every request before its handler sees it. */
export function handleRequests(ipcMain: Pick<IpcMain, 'handle'>, handlers: Handlers): void {
  for (const channel of Object.keys(SHAPES) as Channel[]) {
    const handler = handlers[channel] as (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown
    ipcMain.handle(channel, (event, ...args: unknown[]) =>
      reply(() => {
        checkSender(event)
        return handler(event, ...checkedArguments(channel, args))
      }),
    )
  }
}

async function reply(work: () => unknown): Promise<Reply> {
  try {
    return { value: await work() }
  } catch (thrown) {
    return { error: EngineError.from(thrown).toData() }
  }
}

function checkSender(event: IpcMainInvokeEvent): void {
  if (isTrusted(event.senderFrame)) return
  throw new EngineError(
    'invalid-input',
    'A request that did not come from Basin’s own page was refused.',
    'Restart Basin.',
  )
}

function checkedArguments(channel: Channel, args: unknown[]): unknown[] {
  const checked = v.safeParse(SHAPES[channel], args)
  if (checked.success) return checked.output
  throw new EngineError(
    'invalid-input',
    'The window asked for something in a form Basin does not know.',
    'Restart Basin; if it happens again, please report it with what you did.',
  )
}
