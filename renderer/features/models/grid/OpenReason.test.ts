// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { GridCell } from '../../../../contract/model-grid.ts'
import { solutionView } from '../../../stores/fake-engine.ts'
import OpenReason from './OpenReason.vue'

const shown = (rest: Partial<GridCell>) => {
  const cell: GridCell = {
    ...{ covariance: 'VVV', components: 2, solution: solutionView('A', []), value: 100, aside: false },
    ...{ solutions: 1, planned: 40, ended: 40, running: 0, removed: 0, spread: 0, lead: 1, settled: true },
    ...{ sameAs: null, outdoneBy: null, failure: '', stopped: false, ...rest },
  }
  return mount(OpenReason, { props: { cell } })
}
const said = (rest: Partial<GridCell>) => shown(rest).text().replace(/\s+/g, ' ')

it('says why more restarts are wanted in a cell', () => {
  expect(said({})).toBe('')
  expect(said({ settled: false, spread: 4.5, lead: 1.25 })).toBe(
    'Its two best restarts lie 4.5 apart, and its lead is 1.25.',
  )
  const once = { settled: false, spread: null, lead: 2 }
  expect(said({ ...once, solution: solutionView('A', ['VVV-2-0']) })).toBe(
    'Only one restart speaks for it, and its lead is 2.',
  )
  expect(said(once)).toMatch(/^Only a refinement speaks for it/)
  expect(said({ outdoneBy: 'EEE-2-A' })).toBe(
    'Tied (EEE), 2 components reached a higher log-likelihood, which this model can reach too.',
  )
})

it('explains spread and lead where they are told', () => {
  const terms = shown({ settled: false, spread: 4.5, lead: 1.25 }).findAll('[data-term]')
  expect(terms.map((each) => [each.attributes('data-term'), each.text()])).toEqual([
    ['spread', '4.5'],
    ['lead', '1.25'],
  ])
})
