import { expect, it, vi } from 'vitest'
import type { TargetKind } from '../contract/host.ts'
import { createTargets } from './targets.ts'

const grant = (path: string) => Promise.resolve({ target: `id of ${path}`, name: path })

function targets(taken: readonly string[] = []) {
  const chooseTarget = vi.fn((name: string, _kind: TargetKind) =>
    Promise.resolve<string | null>(`/data/${name}`),
  )
  return { chooseTarget, ...createTargets({ chooseTarget }, grant, (path) => taken.includes(path)) }
}

it('the file beside an export is granted without a second question', async () => {
  const { choose, beside, chooseTarget } = targets()
  const csv = await choose('a-labelled.csv', 'csv')
  expect((await beside(csv?.target ?? ''))?.name).toBe('/data/a-labelled.basin.json')
  expect(chooseTarget).toHaveBeenCalledOnce()
})

it('a file that is there already is replaced only with consent', async () => {
  const { choose, beside, chooseTarget } = targets(['/data/a.basin.json'])
  const csv = await choose('a.csv', 'csv')
  chooseTarget.mockResolvedValueOnce(null)
  expect(await beside(csv?.target ?? '')).toBeNull()
  expect(chooseTarget).toHaveBeenLastCalledWith('a.basin.json', 'json')
})

it('nothing is granted beside a place that was not chosen', async () => {
  expect(await targets().beside('made up')).toBeNull()
})
