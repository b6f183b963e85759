import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { FileGrant, TargetGrant } from '../contract/host.ts'
import { EngineError } from '../contract/errors.ts'
import { phrase, type Phrase } from '../contract/words/say.ts'

/** The paths the privileged side has allowed, by ids that say nothing about them. */
export interface Grants {
  /** Lets the engine read a file; `id` where the id was made elsewhere. `lasting`: not a copy that goes with the program. */
  addFile(path: string, id?: string, lasting?: boolean): FileGrant
  /** Lets the engine write a file; `id` where the id was made elsewhere. `lasting` as for files. */
  addTarget(path: string, id?: string, lasting?: boolean): TargetGrant
  /** The path behind a grant; throws `unknown-id`. */
  file(id: string): string
  /** The path behind a target; throws `unknown-id`. */
  target(id: string): string
  /** Whether what is behind the id is there at the next start as well. */
  lasts(id: string): boolean
}

/** An empty list of grants. */
export function createGrants(): Grants {
  const files = new Map<string, string>()
  const targets = new Map<string, string>()
  const passing = new Set<string>()
  return {
    addFile: (path, id = randomUUID(), lasting = true) => {
      files.set(id, path)
      if (!lasting) passing.add(id)
      return { grant: id, name: basename(path) }
    },
    addTarget: (path, id = randomUUID(), lasting = true) => {
      targets.set(id, path)
      if (!lasting) passing.add(id)
      return { target: id, name: basename(path) }
    },
    file: (id) =>
      pathOf(files, id, phrase('That file is not open to Basin any more.'), phrase('Choose the file again.')),
    lasts: (id) => !passing.has(id),
    target: (id) =>
      pathOf(
        targets,
        id,
        phrase('That place to save to is not known any more.'),
        phrase('Choose where to save again.'),
      ),
  }
}

function pathOf(paths: Map<string, string>, id: string, message: Phrase, remedy: Phrase): string {
  const path = paths.get(id)
  if (path === undefined) throw new EngineError('unknown-id', message, remedy)
  return path
}
