import { expect, it } from 'vitest'
import { modeOf } from './mode.ts'

it('Shift adds to the rows selected, Alt takes away, and both keep what is in both', () => {
  const modes = [false, true].flatMap((altKey) =>
    [false, true].map((shiftKey) => modeOf({ shiftKey, altKey })),
  )
  expect(modes).toEqual(['replace', 'add', 'remove', 'intersect'])
})
