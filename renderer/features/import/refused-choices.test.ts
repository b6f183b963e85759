import { expect, it } from 'vitest'
import { choicesOf, DETECT, pickedOf } from './refused-choices.ts'

it('what is not picked is detected', () => {
  expect(choicesOf(pickedOf({}), '')).toEqual({})
  expect(Object.values(pickedOf({}))).toEqual(Array(6).fill(DETECT))
})

it('what is picked is chosen, and stands in the lists again', () => {
  const choices = { delimiter: ' ', quote: '', header: false, skip: 3 } as const
  expect(pickedOf(choices)).toMatchObject({ delimiter: ' ', quote: '', header: 'no', encoding: DETECT })
  expect(choicesOf(pickedOf(choices), '3')).toEqual(choices)
})
