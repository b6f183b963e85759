import { describe, expect, it } from 'vitest'
import type { UnseenView } from '../../../contract/views.ts'
import { enoughWords } from './enough-words.ts'

const unseen = (rest: Partial<UnseenView>): UnseenView => ({
  components: 3,
  covariance: 'VVV',
  restarts: 300,
  once: 1,
  outdoneBy: null,
  chance: 1 / 300,
  chanceAtMost: 0.021,
  better: 0,
  betterAtMost: 0.00994,
  ...rest,
})

describe('whether enough has been run', () => {
  it('is said in words, with what they rest on and both chances', () => {
    const { verdict, why, figures } = enoughWords(unseen({}), 'A')
    expect(verdict).toBe('Probably yes: more of the same would hardly end above A.')
    expect(why).toBe('300 restarts, 1 solution seen once')
    expect(enoughWords(unseen({ restarts: 1 }), 'A').why).toBe('1 restart, 1 solution seen once')
    expect(figures.map(({ name, text }) => [name, text])).toEqual([
      ['better than A', 'at most 1 %'],
      ['anything new', 'about 0.3 %, at most 2.1 %'],
    ])
  })

  it('is doubted where one restart alone reached the best, and where there are few', () => {
    expect(enoughWords(unseen({ better: 1 / 300 }), 'A').verdict).toContain('One restart alone reached A')
    expect(enoughWords(unseen({ betterAtMost: 0.04 }), 'B').verdict).toContain('Perhaps')
    expect(enoughWords(unseen({ restarts: 10, betterAtMost: 0.26 }), 'A').verdict).toContain(
      'Too few to tell',
    )
  })

  it('is not guessed before anything has ended, or where nothing is usable', () => {
    const none = unseen({ restarts: 0, chance: null, better: null, chanceAtMost: 1, betterAtMost: 1 })
    expect(enoughWords(none, null)).toMatchObject({
      verdict: 'No independent restart has ended yet.',
      why: '',
    })
    const unusable = enoughWords(unseen({ once: 0 }), null)
    expect(unusable.verdict).toContain('change the model')
    expect(unusable.why).toBe('300 restarts, no usable solution')
  })

  it('gives bounds rounded up', () => {
    const text = (rest: Partial<UnseenView>) => enoughWords(unseen(rest), 'A').figures[0]?.text
    expect(text({ betterAtMost: 0.01487 })).toBe('at most 1.5 %')
    expect(text({ betterAtMost: 0.2589 })).toBe('at most 26 %')
    expect(text({ better: 0.02, betterAtMost: 0.02 })).toBe('about 2 %, at most 2 %')
  })

  it('every solution reached twice is worth a word', () => {
    expect(enoughWords(unseen({ once: 0 }), 'A').why).toContain('every solution was reached more than once')
  })
})
