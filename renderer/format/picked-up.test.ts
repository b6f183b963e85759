import { expect, test } from 'vitest'
import { fitSummary, restartView } from '../stores/fake-engine.ts'
import { describeKept, describePickedUp } from './picked-up.ts'

const kept = {
  id: 'w',
  grant: 'g',
  file: 'iris.csv',
  saved: new Date().toISOString(),
  rows: 150,
  restarts: 1000,
  waiting: 788,
}

test('work is said to be back with when it was kept', () => {
  expect(describePickedUp(kept, fitSummary())).toBe('Picked up iris.csv, kept just now.')
})

test('of a fit that was running the restarts that had ended are counted, without refinements', () => {
  const restarts = [restartView(0), restartView(1, { state: 'stopped' }), restartView(2, { manual: true })]
  expect(describePickedUp(kept, fitSummary({ interrupted: true, restarts }))).toBe(
    'Picked up iris.csv, kept just now. Its fit was stopped when Basin ended: 1 of 2 restarts had ended, and are back.',
  )
})

test('what can be picked up says how far its fit was', () => {
  expect(describeKept(kept)).toBe('150 rows, 212 of 1,000 restarts')
  expect(describeKept({ ...kept, waiting: 0 })).toBe('150 rows, 1,000 restarts')
  expect(describeKept({ ...kept, restarts: 0, waiting: 0 })).toBe('150 rows')
})
