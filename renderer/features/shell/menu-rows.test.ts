import { expect, it } from 'vitest'
import { itemsOf, planBar, type MenuFacts } from './menu-rows.ts'

const nothing = { data: false, fit: false, running: false }
const reasonOf = (command: string, facts: MenuFacts) =>
  planBar('local', facts)
    .flatMap(itemsOf)
    .find(({ entry }) => entry.command === command)?.reason

it('a command says what has to be there first', () => {
  const able = () => null
  expect(reasonOf('open', { met: nothing, whyNot: able })).toBeNull()
  expect(reasonOf('export', { met: nothing, whyNot: able })).toBe('Open a file first.')
  expect(reasonOf('stop', { met: nothing, whyNot: able })).toBe('Open a file first.')
  expect(reasonOf('export', { met: { ...nothing, data: true }, whyNot: able })).toBe('Run a fit first.')
  expect(reasonOf('export', { met: { ...nothing, data: true, fit: true }, whyNot: able })).toBeNull()
})

it('where nothing is missing, whoever does it has the word', () => {
  const facts = { met: { ...nothing, data: true }, whyNot: () => 'Wait until the fit has ended.' }
  expect(reasonOf('save-session', facts)).toBe('Wait until the fit has ended.')
})

it('a browser shows none of what it does by itself', () => {
  const labels = planBar('local', { met: nothing, whyNot: () => null })
    .flatMap(itemsOf)
    .map(({ entry }) => entry.label)
  expect(labels).toContain('Open CSV…')
  expect(labels).not.toContain('Copy')
})
