import { resolve } from 'node:path'
import { connect } from '../../contract/client.ts'
import type { Engine } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import { createLoop } from '../../contract/loop.ts'
import type { DialectChoice } from '../../contract/schemas.ts'
import { serve } from '../../contract/server.ts'
import type { DatasetSummary } from '../../contract/views.ts'
import { createEngine, createGrants } from '../../engine/index.ts'
import { samplesFolder, version } from '../installed.ts'
import { RefusedFile } from './file-refusal.ts'

/** The engine in this process, entered by the same door as in every host. */
export interface Door {
  engine: Engine
  /** Throws RefusedFile where the file is larger than can be read. */
  open(path: string, dialect: DialectChoice, signal: AbortSignal): Promise<DatasetSummary>
  /** An id for a path to write to. */
  target(path: string): string
  close(): Promise<void>
}

export function openDoor(threads: number | null): Door {
  const grants = createGrants()
  const host = createEngine({ grants, samplesFolder, version, ...(threads === null ? {} : { threads }) })
  const [near, far] = createLoop()
  serve(host.engine, far)
  const engine = connect(near)
  return {
    engine,
    async open(path, dialect, signal) {
      const { grant } = grants.addFile(resolve(path))
      return await engine.open({ source: { grant }, dialect }, { signal }).catch((thrown: unknown) => {
        const error = EngineError.from(thrown)
        throw error.code === 'too-large' ? new RefusedFile(error) : error
      })
    },
    target: (path) => grants.addTarget(resolve(path)).target,
    async close() {
      near.close()
      await host.close()
    },
  }
}
