import { nextTick } from 'vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { column, datasetSummary, startFakeEngine } from './fake-engine.ts'
import { useDatasetStore } from './dataset.ts'
import { useDerivedStore } from './derived.ts'
import { useFitStore } from './fit.ts'
import { useHistoryStore } from './history.ts'
import { useIdentityStore } from './identity.ts'
import { useNoticesStore } from './notices.ts'
import { useRowsStore } from './rows.ts'
import { useSettingsStore } from './settings.ts'

const columns = [column(0, 'x'), column(1, 'y'), column(2, 'z')]
const source = { id: { grant: 'g' }, name: 'data.csv' }
let live = false

beforeEach(async () => {
  live = false
  const logarithm = () =>
    column(3, 'log x', { derived: { of: 0, transform: 'log', ...(live ? {} : { removed: true }) } as never })
  await startFakeEngine({
    remember: () => Promise.resolve(null),
    derive: () => Promise.resolve(((live = true), [...columns, logarithm()])),
    underive: () => Promise.resolve(((live = false), [...columns, logarithm()])),
    close: () => Promise.resolve(null),
  })
  useHistoryStore()
  await open('d1')
})

async function open(dataset: string) {
  const summary = datasetSummary({ dataset, columns })
  await useDatasetStore().accept({ source, summary, choices: {}, roles: null })
  await nextTick()
}

/** All that can be chosen, as plain text. */
const everything = () =>
  JSON.stringify([
    useSettingsStore().snapshot(),
    useDatasetStore().roles,
    useDerivedStore().list(),
    useIdentityStore().names,
    [...useRowsStore().list()],
    useFitStore().allowSpurious,
  ])

const CHOICES: readonly (() => unknown)[] = [
  () => useSettingsStore().tick(1, !useSettingsStore().form.columns.includes(1)),
  () => useSettingsStore().weighBy(useSettingsStore().form.weights === '' ? 2 : null),
  () => (useSettingsStore().form.restarts += '0'),
  () => (useSettingsStore().form.scaling = useSettingsStore().form.scaling === 'none' ? 'robust' : 'none'),
  () => useDatasetStore().changeRoles(useDatasetStore().roles[1] === 'ignore' ? {} : { 1: 'ignore' }),
  () => (live ? useDerivedStore().become([]) : useDerivedStore().takeLog(0)),
  () => useIdentityStore().rename(1, `name ${useIdentityStore().nameOf(1).length}`),
  () => useRowsStore().selectRows([useRowsStore().count, 7], 'add'),
  () => useRowsStore().invert(),
  () => useRowsStore().clear(),
  () => (useFitStore().allowSpurious = !useFitStore().allowSpurious),
]

describe('undo and redo', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'lead to the beginning and to the end, whatever was chosen (%i)',
    async (seed) => {
      const history = useHistoryStore()
      const beginning = everything()
      for (let i = 0; i < 25; i++) {
        await CHOICES[(i * i * seed + 3 * i + seed) % CHOICES.length]?.()
        await nextTick()
        if (i % 7 === seed) await history.undo()
      }
      while (history.again !== null) await history.redo()
      const end = everything()
      expect(end).not.toBe(beginning)
      while (history.next !== null) await history.undo()
      expect(everything()).toBe(beginning)
      while (history.again !== null) await history.redo()
      expect(everything()).toBe(end)
    },
  )

  it('say what they did, with the way back', async () => {
    useIdentityStore().rename(1, 'short')
    await useHistoryStore().undo()
    const [notice] = useNoticesStore().notices
    expect([notice?.message, notice?.action?.label]).toEqual(['Undone: name of cluster 2.', 'Redo'])
    notice?.action?.act()
    expect(useIdentityStore().nameOf(1)).toBe('short')
  })

  it('do nothing where nothing was chosen, and know nothing of another file', async () => {
    const history = useHistoryStore()
    await history.undo()
    expect(useNoticesStore().notices).toEqual([])
    useRowsStore().selectRows([1])
    await open('d2')
    expect([history.next, useRowsStore().count]).toEqual([null, 0])
  })

  it('do not bring back names of clusters that have been numbered anew', async () => {
    const identity = useIdentityStore()
    identity.rename(1, 'short')
    useRowsStore().selectRows([1])
    await nextTick()
    identity.$patch(() => {
      identity.numbering++
      identity.renameAll({})
    })
    await nextTick()
    const history = useHistoryStore()
    while (history.next !== null) await history.undo()
    expect([useRowsStore().count, identity.names]).toEqual([0, {}])
  })

  it('of one step by name come only where it is the last', async () => {
    const history = useHistoryStore()
    useSettingsStore().form.scaling = 'robust'
    const step = history.commit()
    useRowsStore().selectRows([1])
    history.undoThis(step)
    expect([useSettingsStore().form.scaling, useRowsStore().count]).toEqual(['robust', 1])
    await history.undo()
    history.undoThis(step)
    expect(useSettingsStore().form.scaling).toBe('none')
  })
})
