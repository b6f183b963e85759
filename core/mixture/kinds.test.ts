import { expect, it } from 'vitest'
import { kindsOf, NEAR_TIE } from './kinds.ts'
import type { Flag } from './types.ts'

const judged = (logLikelihood: number, codes: Flag['code'][] = [], unfinished = false) => ({
  logLikelihood,
  flags: codes.map((code) => ({ code })),
  unfinished,
})

it('the best is the highest that is not set aside, and ties and the rest are measured from it', () => {
  const kinds = kindsOf([
    judged(-90, ['spurious']),
    judged(-95, ['saddle', 'spurious']),
    judged(-96, ['emptied', 'saddle']),
    judged(-100, ['plateau', 'iteration-limit']),
    judged(-100.1, [], true),
    judged(-100 - NEAR_TIE + 0.001),
    judged(-100 - NEAR_TIE),
    judged(-101, ['spurious']),
  ])
  expect(kinds).toEqual([
    'spurious',
    'saddle',
    'emptied',
    'best',
    'unfinished',
    'near-tie',
    'inferior',
    'spurious',
  ])
})

it('the best may be unfinished, and there is none where all are set aside', () => {
  expect(kindsOf([judged(-1, [], true), judged(-2)])).toEqual(['best', 'near-tie'])
  expect(kindsOf([judged(-1, ['spurious'])])).toEqual(['spurious'])
  expect(kindsOf([])).toEqual([])
})
