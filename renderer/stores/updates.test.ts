// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { USUAL, type Preferences } from '../../contract/preferences.ts'
import { startFakeEngine } from './fake-engine.ts'
import { useNoticesStore } from './notices.ts'
import { usePreferencesStore } from './preferences.ts'
import { useUpdatesStore } from './updates.ts'

async function start(kept: Promise<Preferences>) {
  const { connection } = await startFakeEngine({
    preferences: () => kept,
    prefer: () => Promise.resolve(null),
  })
  const told: boolean[] = []
  let ready: (version: string) => void = () => undefined
  Object.assign(connection.host, {
    allowUpdates: (allowed: boolean) => {
      told.push(allowed)
      return Promise.resolve(true)
    },
    onUpdateReady: (listener: typeof ready) => {
      ready = listener
      return () => undefined
    },
  })
  return { updates: useUpdatesStore(), told, ready: (version: string) => ready(version) }
}

it('are not allowed before it is known what the person prefers', async () => {
  let read: (kept: Preferences) => void = () => undefined
  const { told, updates } = await start(new Promise((resolve) => (read = resolve)))
  await Promise.resolve()
  expect(told).toEqual([])
  read({ ...USUAL, updates: false })
  await expect.poll(() => told).toEqual([false])
  await expect.poll(() => updates.possible).toBe(true)
})

it('stop being looked for as soon as they are switched off, and one that is ready is said', async () => {
  const { told, ready } = await start(Promise.resolve(USUAL))
  await expect.poll(() => told).toEqual([true])
  ready('0.2.0')
  expect(useNoticesStore().notices[0]?.message).toContain('Basin 0.2.0 is ready')
  await usePreferencesStore().change({ updates: false })
  expect(told).toEqual([true, false])
})
