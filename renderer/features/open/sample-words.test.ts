import { expect, test } from 'vitest'
import samples from '../../../samples/samples.json' with { type: 'json' }
import { sampleWords } from './sample-words.ts'

test('every sample that comes with Basin is said in words of the interface, in English those of its list', () => {
  for (const { id, title, description } of samples)
    expect(sampleWords({ id, title: '', description: '' })).toEqual({ title, description })
})
