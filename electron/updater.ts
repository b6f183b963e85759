import type { AppUpdater, NsisUpdater } from 'electron-updater'
import { installerVersion } from './installer-version.ts'

/** The updater of this system. It is read only where updates are allowed. */
export async function loadUpdater(): Promise<AppUpdater> {
  const { default: electronUpdater } = await import('electron-updater')
  return refusingOlder(withoutTraces(electronUpdater.autoUpdater))
}

/**
 * electron-updater makes up a number for each installation, keeps it in a file and sends it with every request, for
 * releases that reach a part of the people first. Basin has no such releases: no number is made, kept or sent.
 */
export function withoutTraces(updater: AppUpdater): AppUpdater {
  updater.logger = null
  updater.allowDowngrade = false
  updater.disableWebInstaller = true
  updater.isUserWithinRollout = () => true
  return Object.assign(updater, {
    stagingUserIdPromise: { value: Promise.resolve(null) },
    computeFinalHeaders: (headers: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'x-user-staging-id')),
  })
}

/**
 * A signature says who made an installer, not which version is in it: an older one, with a hole that was mended since, could be offered
 * under a newer number. On Windows the version that it states under its signature is looked at, where signatures are looked at.
 */
export function refusingOlder(updater: AppUpdater): AppUpdater {
  if (!('verifyUpdateCodeSignature' in updater)) return updater
  const windows = updater as NsisUpdater
  const verify = windows.verifyUpdateCodeSignature
  const { major, minor, patch } = windows.currentVersion as Record<'major' | 'minor' | 'patch', number>
  windows.verifyUpdateCodeSignature = async (publishers, path) =>
    (await verify(publishers, path)) ?? whyOlder([major, minor, patch], await installerVersion(path))
  return windows
}

function whyOlder(now: number[], stated: number[] | null): string | null {
  if (stated === null) return 'it does not state its version'
  const at = now.findIndex((part, place) => part !== stated[place])
  return at === -1 || stated[at] > now[at] ? null : `it is version ${stated.join('.')}`
}
