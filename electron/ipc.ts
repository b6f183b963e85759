import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import * as v from 'valibot'
import { EngineError, type ErrorData } from '../contract/errors.ts'
import { TARGET_KINDS, type Command } from '../contract/host.ts'
import { LANGUAGES } from '../contract/languages/languages.ts'
import { commandsOf } from '../contract/menu.ts'
import { phrase } from '../contract/words/say.ts'
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

const words = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most))
const command = v.picklist(commandsOf('electron').map((entry): Command => entry.command))
const fraction = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)))
const state = v.strictObject({
  open: v.boolean(),
  fit: v.nullable(v.strictObject({ fraction })),
  closing: v.nullable(words(1000)),
  disabled: v.pipe(v.array(command), v.maxLength(100)),
  language: v.picklist(LANGUAGES),
  theme: v.picklist(['system', 'light', 'dark']),
})

/** The arguments of every request: nothing else gets in. */
export const SHAPES = {
  [REQUEST.chooseFile]: nothing,
  [REQUEST.grantDropped]: v.strictTuple([path]),
  [REQUEST.chooseTarget]: v.strictTuple([fileName, v.picklist(TARGET_KINDS)]),
  [REQUEST.targetBeside]: v.strictTuple([grantId]),
  [REQUEST.printPage]: v.strictTuple([v.pipe(v.string(), v.minLength(1), v.maxLength(8_000_000))]),
  [REQUEST.initialFile]: nothing,
  [REQUEST.state]: v.strictTuple([state]),
  [REQUEST.notify]: v.strictTuple([words(200), words(1000)]),
  [REQUEST.newWindow]: nothing,
  [REQUEST.allowUpdates]: v.strictTuple([v.boolean()]),
  [REQUEST.restartEngine]: nothing,
  [REQUEST.connect]: nothing,
} as const

export type Channel = keyof typeof SHAPES
export type Arguments<C extends Channel> = v.InferOutput<(typeof SHAPES)[C]>
export type Handlers = { [C in Channel]: (event: IpcMainInvokeEvent, ...args: Arguments<C>) => unknown }

/** What crosses instead of an exception, so that the words arrive as they were written. */
export type Reply = { value: unknown } | { error: ErrorData }

/** Checks the sender and the shape of every request before its handler sees it: that of the window which the page is in. */
export function handleRequests(
  ipcMain: Pick<IpcMain, 'handle'>,
  handlersOf: (event: IpcMainInvokeEvent) => Handlers,
): void {
  for (const channel of Object.keys(SHAPES) as Channel[]) {
    ipcMain.handle(channel, (event, ...args: unknown[]) =>
      reply(() => {
        checkSender(event)
        const checked = checkedArguments(channel, args)
        const handler = handlersOf(event)[channel] as (...all: unknown[]) => unknown
        return handler(event, ...checked)
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
    phrase('A request that did not come from Basin’s own page was refused.'),
    phrase('Restart Basin.'),
  )
}

function checkedArguments(channel: Channel, args: unknown[]): unknown[] {
  const checked = v.safeParse(SHAPES[channel], args)
  if (checked.success) return checked.output
  throw new EngineError(
    'invalid-input',
    phrase('The window asked for something in a form Basin does not know.'),
    phrase('Restart Basin; if it happens again, please report it with what you did.'),
  )
}
