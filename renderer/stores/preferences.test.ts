// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { EngineError } from '../../contract/errors.ts'
import { USUAL, type Preferences } from '../../contract/preferences.ts'
import { startFakeEngine } from './fake-engine.ts'
import { useNoticesStore } from './notices.ts'
import { usePreferencesStore } from './preferences.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

async function start(kept: Preferences, prefer: (now: Preferences) => Promise<null>) {
  await startFakeEngine({
    preferences: () => Promise.resolve(kept),
    prefer: (input) => prefer(input as Preferences),
  })
  const preferences = usePreferencesStore()
  await settled()
  return preferences
}

it('are what was kept, and a change holds at once and is kept whole', async () => {
  const kept: Preferences[] = []
  const preferences = await start({ ...USUAL, notify: false }, (now) => {
    kept.push(now)
    return Promise.resolve(null)
  })
  expect(preferences.current.notify).toBe(false)
  const changing = preferences.change({ theme: 'dark' })
  expect(preferences.current.theme).toBe('dark')
  await changing
  expect(kept).toEqual([{ ...USUAL, notify: false, theme: 'dark' }])
})

it('hold although they cannot be kept, which is said', async () => {
  const preferences = await start(USUAL, () =>
    Promise.reject(
      new EngineError('target-unwritable', 'The preferences could not be kept.', 'Choose again.'),
    ),
  )
  await preferences.change({ askBeforeClosing: false })
  expect(preferences.current.askBeforeClosing).toBe(false)
  expect(useNoticesStore().notices[0]?.message).toBe('The preferences could not be kept.')
})

it('are read again when another window has changed them', async () => {
  let stored: Preferences = USUAL
  await startFakeEngine({ preferences: () => Promise.resolve(stored) })
  const preferences = usePreferencesStore()
  await settled()
  stored = { ...USUAL, theme: 'contrast' }
  const other = new BroadcastChannel('basin-preferences')
  other.postMessage(null)
  await expect.poll(() => preferences.current.theme).toBe('contrast')
  other.close()
})
