import { open, type FileHandle } from 'node:fs/promises'
import { EngineError } from '../../contract/errors.ts'
import type { TargetGrant } from '../../contract/host.ts'
import { phrase } from '../../contract/words/say.ts'
import { displayName } from './display-name.ts'
import type { PrivateFolder } from './private-folder.ts'

const MOST = 1_000

/** Files that the engine may write, for the page to download. */
export interface Targets {
  create(name: string): TargetGrant
  /** Null where nothing has been written under this id. */
  open(id: string): Promise<{ name: string; file: FileHandle } | null>
}

export function createTargets(folder: PrivateFolder, grant: (path: string) => TargetGrant): Targets {
  const targets = new Map<string, { path: string; name: string }>()
  return {
    create(given) {
      if (targets.size >= MOST)
        throw new EngineError(
          'too-large',
          phrase('{most} files were saved already.', { most: MOST }),
          phrase('Start Basin again.'),
        )
      const name = displayName(given, 'basin-export')
      const path = folder.place(name)
      const made = grant(path)
      targets.set(made.target, { path, name })
      return { target: made.target, name }
    },
    async open(id) {
      const target = targets.get(id)
      if (target === undefined) return null
      try {
        return { name: target.name, file: await open(target.path) }
      } catch {
        return null
      }
    },
  }
}

/** A Content-Disposition that saves under the name: plain for old readers, exact (RFC 6266) for the others. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w.() -]/g, '_')
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}
