import type { AppUpdater } from 'electron-updater'

/** The updater of this system. It is read only where updates are allowed. */
export async function loadUpdater(): Promise<AppUpdater> {
  const { default: electronUpdater } = await import('electron-updater')
  return withoutTraces(electronUpdater.autoUpdater)
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
