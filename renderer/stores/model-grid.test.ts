import { createPinia, setActivePinia } from 'pinia'
import { expect, it } from 'vitest'
import { LIMITS } from '../../contract/limits.ts'
import type { GridCell } from '../../contract/model-grid.ts'
import { isOpen, roomOf, useModelGridStore } from './model-grid.ts'
import { useSessionPartsStore } from './session-parts.ts'

const cell = (rest: Partial<GridCell>): GridCell => ({
  ...{ covariance: 'VVV', components: 2, solution: null, value: null, aside: false, solutions: 0 },
  ...{
    planned: 40,
    ended: 40,
    running: 0,
    removed: 0,
    spread: 0,
    sameAs: null,
    lead: 1,
    settled: true,
    outdoneBy: null,
    failure: '',
    stopped: false,
  },
  ...rest,
})

it('a cell is given as many restarts again as it has, and no more than there may be', () => {
  expect([40, 0, LIMITS.restarts - 3, LIMITS.restarts].map((planned) => roomOf({ planned }))).toEqual([
    40, 40, 3, 0,
  ])
})

it('a cell is open where it is not settled or was outdone, once its restarts have ended', () => {
  expect(isOpen(cell({}))).toBe(false)
  expect(isOpen(cell({ settled: false }))).toBe(true)
  expect(isOpen(cell({ outdoneBy: 'EEE-2-A' }))).toBe(true)
  expect(isOpen(cell({ settled: false, ended: 39 }))).toBe(false)
})

it('what the grid shows comes back with a session', () => {
  setActivePinia(createPinia())
  const shown = useModelGridStore()
  expect([shown.criterion, shown.drawing]).toEqual(['bic', 'heat-map'])
  Object.assign(shown, { criterion: 'icl', mclust: true, drawing: 'curves' })
  const kept: unknown = JSON.parse(JSON.stringify(useSessionPartsStore().state()))

  setActivePinia(createPinia())
  expect(useSessionPartsStore().restore(kept as Record<string, unknown>)).toEqual([])
  const { criterion, mclust, drawing } = useModelGridStore()
  expect({ criterion, mclust, drawing }).toEqual({ criterion: 'icl', mclust: true, drawing: 'curves' })
})
