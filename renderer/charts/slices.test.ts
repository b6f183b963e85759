import { expect, it } from 'vitest'
import { workInSlices } from './slices.ts'

it('works until all is done, and lets others have their turn in between', async () => {
  const told: string[] = []
  let steps = 0
  setTimeout(() => told.push('another'), 1)
  await new Promise<void>((resolve) => {
    workInSlices(() => {
      const until = performance.now() + 3
      while (performance.now() < until);
      return ++steps === 20
    }, resolve)
  })
  expect([told, steps]).toEqual([['another'], 20])
})
