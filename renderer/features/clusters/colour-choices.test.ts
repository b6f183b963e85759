import { expect, it } from 'vitest'
import { column } from '../../stores/fake-engine.ts'
import { colourChoices } from './colour-choices.ts'

it('colours are offered by the model, the columns fitted, other numbers, and texts of few kinds', () => {
  const text = { type: 'text', mean: null } as const
  const columns = [
    column(0, 'name', { ...text, distinct: 90 }),
    column(1, 'sex', { ...text, distinct: 2 }),
    column(2, 'age'),
    column(3, 'height'),
    column(4, 'same', { ...text, distinct: 1 }),
  ]
  expect(colourChoices(columns, [3]).map(({ text: says }) => says)).toEqual([
    'Cluster',
    'Uncertainty',
    'Entropy',
    'Log density',
    'Agreement of good solutions',
    'height',
    'age',
    'sex',
  ])
})
