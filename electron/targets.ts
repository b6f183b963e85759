import { dirname, join, basename } from 'node:path'
import type { TargetGrant, TargetKind } from '../contract/host.ts'
import { provenanceName } from '../contract/provenance-name.ts'
import type { Dialogs } from './dialogs.ts'

/** Places that the person has chosen to save to, and what goes beside them. */
export interface Targets {
  choose(suggestedName: string, kind: TargetKind): Promise<TargetGrant | null>
  /** Asks only where a file of that name is there already: nobody has agreed to replacing it. */
  beside(target: string): Promise<TargetGrant | null>
}

export function createTargets(
  dialogs: Pick<Dialogs, 'chooseTarget'>,
  grant: (path: string) => Promise<TargetGrant>,
  exists: (path: string) => boolean,
): Targets {
  const chosen = new Map<string, string>()

  async function choose(suggestedName: string, kind: TargetKind): Promise<TargetGrant | null> {
    const path = await dialogs.chooseTarget(suggestedName, kind)
    if (path === null) return null
    const granted = await grant(path)
    chosen.set(granted.target, path)
    return granted
  }

  return {
    choose,
    async beside(target) {
      const path = chosen.get(target)
      if (path === undefined) return null
      const name = provenanceName(basename(path))
      const place = join(dirname(path), name)
      return exists(place) ? choose(name, 'json') : grant(place)
    },
  }
}
