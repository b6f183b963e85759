import { expect, it } from 'vitest'
import { diagnosedWarnings, otherWarnings } from './diagnosed.ts'

type Code = 'spurious' | 'plateau' | 'found-by-refinement'
const warning = (code: Code) => ({ code, message: `It is ${code}.` })

it('a collapse is diagnosed before the flags of a restart', () => {
  const restart = { state: 'collapsed', reason: 'Too narrow.', warnings: [warning('spurious')] } as const
  expect(diagnosedWarnings({ ...restart, warnings: [...restart.warnings] })).toEqual([
    { code: 'collapsed', message: 'Too narrow.' },
    warning('spurious'),
  ])
})

it('what the diagnosis does not tell stays a warning, once, also where another restart of the solution has it', () => {
  const restart = { warnings: [warning('spurious'), warning('found-by-refinement')] }
  const solution = { warnings: [warning('spurious'), warning('plateau'), warning('found-by-refinement')] }
  expect(otherWarnings(restart, solution).map(({ code }) => code)).toEqual(['plateau', 'found-by-refinement'])
  expect(otherWarnings(restart, null).map(({ code }) => code)).toEqual(['found-by-refinement'])
  expect(otherWarnings(null, null)).toEqual([])
})
