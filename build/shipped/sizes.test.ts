import { expect, test } from 'vitest'
import { BUDGET, overBudget, sizeByPart } from './sizes.ts'

test('every byte is counted in exactly one part', () => {
  const files = [
    { path: 'out/renderer/assets/crabs-x.webp', bytes: 1 },
    { path: 'out/renderer/index.html', bytes: 10 },
    { path: 'out/electron/main.js', bytes: 100 },
    { path: 'out/workers/tasks/a.js', bytes: 1000 },
    { path: 'node_modules/piscina/dist/worker.js', bytes: 10_000 },
    { path: 'package.json', bytes: 100_000 },
  ]
  const parts = sizeByPart(files)
  expect(parts.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(111_111)
  expect(parts.find(({ part }) => part === 'pictures of the guide')?.bytes).toBe(1)
  expect(parts.find(({ part }) => part === 'samples')).toEqual({ part: 'samples', bytes: 0, files: 0 })
})

test('what reaches its budget is over it', () => {
  expect(overBudget(BUDGET.own - 1, BUDGET.installed - 1)).toEqual([])
  expect(overBudget(BUDGET.own, null)[0]).toContain('15.00 MB')
  expect(overBudget(0, BUDGET.installed)).toHaveLength(1)
})
