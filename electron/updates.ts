/** What of electron-updater is used. */
export interface Updater {
  autoInstallOnAppQuit: boolean
  checkForUpdates(): Promise<{ cancellationToken?: { cancel(): void } } | null>
  on(event: 'update-downloaded', listener: (update: { version: string }) => void): unknown
}

export interface UpdatesNeeds {
  /** Whether this program was built with an address to look for updates at. */
  hasFeed: boolean
  load(): Promise<Updater>
  /** A newer version lies on this computer, and is put in place when the program ends. */
  ready(version: string): void
}

/** Looks for newer versions, at the start and once a day, as long as the person allows it. */
export interface Updates {
  /** Answers whether this program can renew itself at all. Until it is called with `true` nothing is asked of anyone. */
  allow(allowed: boolean): boolean
}

const DAY_MS = 24 * 60 * 60 * 1000

export function createUpdates({ hasFeed, load, ready }: UpdatesNeeds): Updates {
  let allowed = false
  let timer: NodeJS.Timeout | undefined
  let loading: Promise<Updater> | null = null
  let stopDownload: () => void = () => undefined
  let downloaded: string | null = null

  async function loaded(): Promise<Updater> {
    const updater = await load()
    updater.on('update-downloaded', ({ version }) => {
      downloaded = version
      if (allowed) ready(version)
    })
    return updater
  }

  async function look(): Promise<void> {
    const updater = await (loading ??= loaded())
    updater.autoInstallOnAppQuit = allowed
    if (!allowed) return
    const found = await updater.checkForUpdates()
    stopDownload = () => found?.cancellationToken?.cancel()
    if (!allowed) stopDownload()
  }

  // No network is no failure of the program: it asks again another day.
  const lookQuietly = () => void look().catch(() => undefined)

  return {
    allow(now) {
      if (!hasFeed) return false
      if (now && downloaded !== null) ready(downloaded)
      if (now === allowed) return true
      allowed = now
      clearInterval(timer)
      if (now) {
        timer = setInterval(lookQuietly, DAY_MS)
        lookQuietly()
      } else {
        stopDownload()
        void loading?.then((updater) => {
          updater.autoInstallOnAppQuit = allowed
        })
      }
      return true
    },
  }
}
