import { nextTick, watch } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import type { FitSummary } from '../../contract/views.ts'
import { useDatasetStore } from './dataset.ts'
import { datasetSummary, fitSummary, restartView, solutionView, startFakeEngine } from './fake-engine.ts'
import { useFitStore } from './fit.ts'
import { useHistoryStore } from './history.ts'
import { useNoticesStore } from './notices.ts'
import { useRemovalStore } from './removal.ts'
import { useSelectionStore } from './selection.ts'

const heights = [-100, -101, -102, -103]
const whole = heights.map((logLikelihood, index) =>
  restartView(index, { logLikelihood, solution: index < 2 ? 'VVV-2-A' : 'VVV-2-B' }),
)
const id = (index: number) => `VVV-2-${index}`

/** The fit without these, as the engine sums it up. */
function without(gone: readonly string[]): FitSummary {
  const restarts = whole.filter((restart) => !gone.includes(restart.id))
  const of = (letter: string) => restarts.filter(({ solution }) => solution === `VVV-2-${letter}`)
  const solutions = ['A', 'B'].flatMap((letter) => {
    const [first, ...others] = of(letter)
    if (first === undefined) return []
    const ids = [first, ...others].map((restart) => restart.id)
    return [solutionView(letter, ids, { logLikelihood: first.logLikelihood ?? 0 })]
  })
  const removed = whole
    .filter((restart) => gone.includes(restart.id))
    .map((restart) => ({ ...restart, solution: null }))
  return fitSummary({ restarts, removed, solutions, best: solutions[0]?.id ?? null })
}

let fits = 0
const remove = vi.fn<Engine['remove']>()
const extend = vi.fn<Engine['extend']>()
const removedNow = () => useRemovalStore().ids

beforeEach(async () => {
  fits = 0
  extend.mockReset().mockReturnValue(new Promise(() => undefined))
  remove.mockReset().mockImplementation(({ fit, restarts }) => Promise.resolve({ ...without(restarts), fit }))
  await startFakeEngine({
    open: () => Promise.resolve(datasetSummary()),
    fit: () => Promise.resolve({ ...without([]), fit: `f${++fits}` }),
    extend,
    remove,
  })
  useHistoryStore()
  await useDatasetStore().open({ id: { grant: 'g' }, name: 'data.csv' })
  await useFitStore().run(without([]).settings)
  await nextTick()
})

describe('restarts that are removed', () => {
  it('are in no list, keep their curves, and are known by name', async () => {
    const fit = useFitStore()
    await useRemovalStore().remove([id(0), id(1)])
    expect(fit.restarts.map((restart) => restart.id)).toEqual([id(2), id(3)])
    expect(fit.starts).toHaveLength(2)
    expect(fit.best?.restarts).toEqual([id(2), id(3)])
    expect(fit.restartOf(id(0))?.logLikelihood).toBe(-100)
    expect(removedNow()).toEqual([id(0), id(1)])
  })

  it('leave the one on the screen to the next of the ranking, or to the one before', () => {
    const selection = useSelectionStore()
    selection.choose(id(1))
    expect(selection.beside(new Set([id(1), id(2)]))).toBe(id(3))
    expect(selection.beside(new Set([id(1), id(2), id(3)]))).toBe(id(0))
    expect(selection.beside(new Set([id(2)]))).toBeNull()
  })

  it('do not leave nothing on the screen where the chosen one is gone', () => {
    const selection = useSelectionStore()
    selection.choose(id(3))
    useFitStore().amend(without([id(3)]))
    expect(selection.restart?.id).toBe(id(0))
    useFitStore().amend(without([]))
    expect(selection.restart?.id).toBe(id(3))
  })

  it('leave it before they go, also where they are removed again by redo: nothing else comes to the screen between', async () => {
    const selection = useSelectionStore()
    const history = useHistoryStore()
    selection.choose(id(2))
    const shown: unknown[] = []
    watch(
      () => selection.restart?.id,
      (now) => shown.push(now),
      { flush: 'sync' },
    )
    await useRemovalStore().remove([id(2)])
    await nextTick()
    await history.undo()
    selection.choose(id(2))
    await history.redo()
    expect(shown).toEqual([id(3), id(2), id(3)])
  })

  it('come back and go again by undo and redo, step by step', async () => {
    const history = useHistoryStore()
    await useRemovalStore().remove([id(3)])
    await nextTick()
    await useRemovalStore().remove([id(0), id(1)])
    await nextTick()
    expect(history.next?.words).toBe('2 restarts removed')
    await history.undo()
    expect(removedNow()).toEqual([id(3)])
    await history.undo()
    expect(removedNow()).toEqual([])
    expect(history.next).toBeNull()
    await history.redo()
    await history.redo()
    expect(removedNow()).toEqual([id(0), id(1), id(3)])
    expect(useNoticesStore().notices[0]?.message).toBe('Done again: 2 restarts removed.')
  })

  it('one right after the other are both removed', async () => {
    const removal = useRemovalStore()
    await Promise.all([removal.remove([id(0)]), removal.remove([id(3)]), removal.remove([id(0)])])
    expect(removedNow()).toEqual([id(0), id(3)])
  })

  it('are what undo means, and not what was chosen before, also where the engine has not answered yet', async () => {
    const history = useHistoryStore()
    await useRemovalStore().remove([id(3)])
    await nextTick()
    void useRemovalStore().remove([id(0)])
    await Promise.all([history.undo(), history.undo()])
    expect(removedNow()).toEqual([id(3)])
    expect(history.next?.words).toBe('1 restart removed')
    await history.redo()
    expect(removedNow()).toEqual([id(0), id(3)])
  })

  it('are not the last with a model, and wait for a fit that runs', () => {
    const removal = useRemovalStore()
    expect(removal.whyNot([])).toBe('There is no restart to remove.')
    expect(removal.whyNot([id(0), id(1), id(2)])).toBeNull()
    expect(removal.whyNot(whole.map((restart) => restart.id))).toMatch(/^The last restart with a model stays/)
    void useFitStore().extend({ kind: 'restarts', count: 1 })
    expect(removal.whyNot([id(0)])).toBe('Wait until the fit has ended.')
  })

  it('are not brought back while the fit is extended: the step stays to be undone', async () => {
    const history = useHistoryStore()
    await useRemovalStore().remove([id(0)])
    await nextTick()
    void useFitStore().extend({ kind: 'restarts', count: 1 })
    await history.undo()
    expect(history.next?.words).toBe('1 restart removed')
    expect(history.again).toBeNull()
    expect(useNoticesStore().notices[0]?.message).toBe('Wait until the fit has ended.')
  })

  it('stay removed where the fit could not be extended meanwhile', async () => {
    const fit = useFitStore()
    let fail: (why: EngineError) => void = () => undefined
    extend.mockReturnValue(new Promise((_, reject) => (fail = reject)))
    const removed = useRemovalStore().remove([id(0)])
    const extended = fit.extend({ kind: 'restarts', count: 1 })
    await removed
    fail(new EngineError('too-large', 'There is not enough memory.', 'Run fewer.'))
    await extended
    expect(removedNow()).toEqual([id(0)])
    expect(fit.running).toBeNull()
  })

  it('are not those of another fit that is there once the engine has answered', async () => {
    let answer: (summary: FitSummary) => void = () => undefined
    remove.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
    const removed = useRemovalStore().remove([id(0)])
    await useFitStore().run(without([]).settings)
    answer({ ...without([id(0)]), fit: 'f1' })
    expect(await removed).toBe(false)
    expect(removedNow()).toEqual([])
  })

  it('are forgotten by undo once another fit is there', async () => {
    const history = useHistoryStore()
    await useRemovalStore().remove([id(0)])
    await nextTick()
    await useFitStore().run(without([]).settings)
    await nextTick()
    expect(history.next).toBeNull()
  })

  it('stay where the engine refuses, which is said', async () => {
    remove.mockRejectedValueOnce(
      new EngineError('unknown-id', 'That fit is not known any more.', 'Run it again.'),
    )
    expect(await useRemovalStore().remove([id(0)])).toBe(false)
    expect(removedNow()).toEqual([])
    expect(useNoticesStore().notices[0]?.message).toBe('That fit is not known any more.')
  })
})
