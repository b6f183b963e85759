import { describe, expect, it } from 'vitest'
import type { RestartView, SolutionView } from '../../../contract/views.ts'
import { choicesOf, secondChoice, shortlist } from './choices.ts'

const restart = (
  index: number,
  solution: string | null,
  state: RestartView['state'] = 'converged',
): RestartView => ({
  id: `VVV-3-${index}`,
  components: 3,
  covariance: 'VVV',
  index,
  seed: index,
  initialisation: 'kmeans',
  state,
  iterations: 10,
  logLikelihood: -100 - index,
  solution,
  warnings: [],
  seconds: 0,
})
const solution = (letter: string, restarts: string[]): SolutionView => ({
  id: `VVV-3-${letter}`,
  components: 3,
  covariance: 'VVV',
  kind: letter === 'A' ? 'best' : 'inferior',
  parameters: 17,
  logLikelihood: -100,
  bic: 1,
  aic: 1,
  icl: 1,
  aicc: null,
  entropy: 2,
  hits: restarts.length,
  hitsBy: [{ initialisation: 'kmeans', hits: restarts.length, of: 4 }],
  restarts,
  warnings: [],
})
const restarts = [
  restart(0, 'VVV-3-A'),
  restart(1, 'VVV-3-A'),
  restart(2, 'VVV-3-B'),
  restart(3, null, 'collapsed'),
]
const choices = choicesOf([solution('A', ['VVV-3-0', 'VVV-3-1']), solution('B', ['VVV-3-2'])], restarts)

describe('what can be compared', () => {
  it('solutions come first, then the other usable restarts, collapsed ones not at all', () => {
    expect(choices.map((choice) => choice.text)).toEqual([
      'Solution A · logL −100.00',
      'Solution B · logL −100.00',
      'Solution A (restart 2) · logL −101.00',
    ])
  })

  it('the right is at first another solution than the left', () => {
    expect(secondChoice(choices, 'VVV-3-0')).toBe('VVV-3-2')
    expect(secondChoice(choices, 'VVV-3-2')).toBe('VVV-3-0')
    expect(secondChoice([], '')).toBe('')
  })

  it('are listed up to a bound, and those that are chosen whatever their place', () => {
    const many = Array.from({ length: 2_000 }, (_, at) => ({ value: `r${at}`, text: '', solution: null }))
    const listed = shortlist(many, ['r3', 'r1500']).map(({ value }) => value)
    expect(listed).toHaveLength(501)
    expect(listed.at(-1)).toBe('r1500')
    expect(shortlist(choices, [])).toBe(choices)
  })
})
