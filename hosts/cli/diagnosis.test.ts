import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { captured } from './captured.ts'

const iris = fileURLToPath(new URL('../../samples/iris.csv', import.meta.url))
const EIGHT = ['--components', '8', '--regularisation', '0', '--refinements', '0']

it('iris with 8 full components and no regularisation ends well: failures are rows with reasons, successes have models', async () => {
  const { status, out } = await captured(['fit', iris, ...EIGHT, '--json'])
  expect(status).toBe(0)
  const report = JSON.parse(out) as {
    best: string | null
    solutions: { id: string; means: number[][]; restarts: string[] }[]
    restarts: { id: string; status: string; solution: string | null; reason?: string }[]
    diagnosis: string[]
  }
  const failed = report.restarts.filter((restart) => restart.status === 'collapsed')
  const rest = report.restarts.filter((restart) => restart.status !== 'collapsed')
  expect(report.restarts).toHaveLength(40)
  expect(failed.length).toBeGreaterThan(0)
  for (const { solution, reason } of failed) {
    expect(solution).toBeNull()
    expect(reason).toMatch(/[Cc]omponent \d/)
  }
  for (const { id, status: ended, solution } of rest) {
    expect(ended).toBe('converged')
    const home = report.solutions.find((each) => each.id === solution)
    expect(home?.restarts).toContain(id)
    expect(home?.means).toHaveLength(8)
  }
  expect(report.best).not.toBeNull()
  expect(report.diagnosis.join()).toMatch(/Component \d .*Lines .* of the file/)
})

it('what is wrong with the best solution is said once in the terminal, with the options that mend it, and nothing where nothing is', async () => {
  const spurious = await captured(['fit', iris, ...EIGHT, '--restarts', '5'])
  expect(spurious.out).toMatch(/\nDiagnosis of VVV-8-A\nComponent \d /)
  const lines = spurious.out.split('\n')
  const said = lines.filter((line) => /^(warning: )?Component \d/.test(line))
  expect(new Set(said.map((line) => /Component \d/.exec(line)?.[0])).size).toBe(said.length)
  expect(lines.filter((line) => /holds only about|very narrow/.test(line))).toEqual(said)
  for (const line of said) expect(line).toMatch(/ Try --.*\.$/)
  const sound = await captured(['fit', iris, '--components', '2', '--restarts', '2', '--refinements', '0'])
  expect(sound.out).not.toContain('Diagnosis')
})
