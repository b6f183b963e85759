import { setTimeout } from 'node:timers/promises'
import type { Chromium } from './chromium.ts'
import { session } from './session.ts'
import type { WebContents } from './web-contents.ts'

const PERMISSIONS: Record<string, string[]> = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  media: ['camera', 'microphone'],
  'clipboard-read': ['clipboard-read'],
  midi: ['midi'],
}

interface Paused {
  requestId: string
  request: { url: string }
  resourceType: string
  frameId: string
}

/** Puts the application's answers to navigation, requests and permissions before the browser acts. */
export async function guardPage(
  b: Chromium,
  contents: WebContents,
  origin: string,
  shown: string,
): Promise<void> {
  const appUrl = (url: string) => (url.startsWith(`${origin}/`) ? shown + url.slice(origin.length + 1) : url)

  b.on(`${contents.sessionId}:Fetch.requestPaused`, (paused: Paused) => {
    void decide(paused).then((refusal) => {
      const { requestId } = paused
      const [method, params] = refusal
        ? (['Fetch.failRequest', { requestId, errorReason: refusal }] as const)
        : (['Fetch.continueRequest', { requestId }] as const)
      return b.send(method, params, contents.sessionId).catch(() => {})
    })
  })

  async function decide({ request, resourceType, frameId }: Paused): Promise<string | null> {
    const url = appUrl(request.url)
    if (resourceType === 'Document') {
      const top = frameId === contents.targetId
      if (top && url === contents.getURL()) return null
      if (!permits('will-frame-navigate', url) || (top && !permits('will-navigate', url))) return 'Aborted'
    }
    if (request.url.startsWith(`${origin}/__stand-in/`)) return null
    return (await session.defaultSession.lets(url)) ? null : 'BlockedByClient'
  }

  function permits(name: string, url: string): boolean {
    let prevented = false
    contents.emit(name, { url, preventDefault: () => (prevented = true) })
    return !prevented
  }

  await b.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, contents.sessionId)
  for (const [permission, names] of Object.entries(PERMISSIONS)) {
    const granted = await session.defaultSession.grants(contents, permission, shown)
    const setting = granted ? 'granted' : 'denied'
    for (const name of names) await b.send('Browser.setPermission', { permission: { name }, setting, origin })
  }
}

/** A page target that the stand-in did not make is a window that a page opened, as by a link. */
export async function guardWindows(b: Chromium, contentsOf: () => WebContents[]): Promise<void> {
  b.on(':Target.targetCreated', ({ targetInfo }: { targetInfo: TargetInfo }) => {
    if (targetInfo.type === 'page') void decide(targetInfo).catch(() => {})
  })
  await b.send('Target.setDiscoverTargets', { discover: true })

  async function decide({ targetId, openerId }: TargetInfo): Promise<void> {
    // By then the stand-in knows its own targets, and a test that attaches to every page has done so.
    await setTimeout(200)
    const all = contentsOf()
    if (all.some((one) => one.targetId === targetId)) return
    const opener = all.find((one) => one.targetId === openerId) ?? all[0]
    const { targetInfo } = await b.send('Target.getTargetInfo', { targetId })
    const { url } = targetInfo as TargetInfo
    if (opener?.answerWindowOpen({ url }) === 'deny') await b.send('Target.closeTarget', { targetId })
  }
}

interface TargetInfo {
  targetId: string
  type: string
  openerId?: string
  url: string
}
