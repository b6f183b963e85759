import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { FileGrant, TargetGrant } from '../contract/host.ts'
import { EngineError } from '../contract/errors.ts'

/** The paths the privileged side has allowed, by ids that say nothing about them. */
export interface Grants {
  /** Lets the engine read a file; `id` where the id was made elsewhere. */
  addFile(path: string, id?: string): FileGrant
  /** Lets the engine write a file; `id` where the id was made elsewhere. */
  addTarget(path: string, id?: string): TargetGrant
  /** The path behind a grant; throws `unknown-id`. */
  file(id: string): string
  /** The path behind a target; throws `unknown-id`. */
  target(id: string): string
}

/** An empty list of grants. */
export function createGrants(): Grants {
  const files = new Map<string, string>()
  const targets = new Map<string, string>()
  return {
    addFile: (path, id = randomUUID()) => {
      files.set(id, path)
      return { grant: id, name: basename(path) }
    },
    addTarget: (path, id = randomUUID()) => {
      targets.set(id, path)
      return { target: id, name: basename(path) }
    },
    file: (id) => pathOf(files, id, 'That file is not open to Basin any more.', 'Choose the file again.'),
    target: (id) =>
      pathOf(targets, id, 'That place to save to is not known any more.', 'Choose where to save again.'),
  }
}

function pathOf(paths: Map<string, string>, id: string, message: string, remedy: string): string {
  const path = paths.get(id)
  if (path === undefined) throw new EngineError('unknown-id', message, remedy)
  return path
}
