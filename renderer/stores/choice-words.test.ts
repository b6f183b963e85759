import { expect, it } from 'vitest'
import { namesWords, removalWords, settingsWords } from './choice-words.ts'
import { DEFAULT_FORM, type SettingsForm } from './settings-form.ts'

const form = (changes: Partial<SettingsForm> = {}): SettingsForm => ({
  ...DEFAULT_FORM,
  columns: [0, 1],
  covariances: ['VVV'],
  ...changes,
})

it('one field is named, also where others follow from it', () => {
  expect(settingsWords(form(), form({ seed: '7' }))).toBe('seed')
  expect(settingsWords(form(), form({ restarts: '80', refinements: '40' }))).toBe('restarts')
  expect(settingsWords(form({ weights: '2' }), form({ columns: [0, 1, 2], weights: '' }))).toBe('columns')
  expect(settingsWords(form(), form({ seed: '7', scaling: 'robust' }))).toBe('settings')
})

it('a cluster is named by the number on the screen', () => {
  expect(namesWords({}, { 1: 'short' })).toBe('name of cluster 2')
  expect(namesWords({ 0: 'a', 1: 'b' }, {})).toBe('names of clusters')
})

it('restarts are counted, whether they went or came', () => {
  expect(removalWords(['a'], ['a', 'b', 'c'])).toBe('2 restarts removed')
  expect(removalWords(['a'], [])).toBe('1 restart brought back')
})
