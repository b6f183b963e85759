import * as v from 'valibot'

const grant = { id: v.string(), path: v.string() }

/** From the main process to the engine's. `port` carries one message port. */
export const ToEngine = v.variant('kind', [
  v.object({ kind: v.literal('file'), ...grant }),
  v.object({ kind: v.literal('target'), ...grant }),
  v.object({ kind: v.literal('port') }),
])
export type ToEngine = v.InferOutput<typeof ToEngine>

/** From the engine's process to the main one: the grant is known there. */
export const FromEngine = v.object({ kind: v.literal('granted'), id: v.string() })
export type FromEngine = v.InferOutput<typeof FromEngine>

/** What the engine's process is started with, as its one argument in JSON. */
export const EngineSetup = v.object({
  samplesFolder: v.string(),
  choicesFolder: v.string(),
  version: v.string(),
})
export type EngineSetup = v.InferOutput<typeof EngineSetup>
