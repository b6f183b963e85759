import { describe, expect, it } from 'vitest'
import { checkCatalogue, checkMessages } from './check.ts'
import { catalogueOf, LANGUAGES } from '../../contract/languages/languages.ts'
import { findMessages } from './find.ts'
import { messagesOfSources } from './sources.ts'

const inScript = (code: string) => findMessages('a.ts', code)
const inTemplate = (template: string) =>
  findMessages('a.vue', `<script setup lang="ts">\n</script>\n<template>${template}</template>`)

describe('the messages of a file', () => {
  it('are what is said in its script, wherever it stands', () => {
    const { found } = inScript("const a = [say('One'), phrase('{n} of', { n: say('Two') })]")
    expect(found.map(({ english, given }) => [english, given])).toEqual([
      ['One', []],
      ['{n} of', ['n']],
      ['Two', []],
    ])
  })

  it('are what is said in the expressions of its template, and its sentences', () => {
    const { found } = inTemplate(
      `<p :title="say('A title')" @click="tell(say('Clicked'))">{{ on ? say('On') : say('Off') }}</p>
       <li v-for="each in [say('Each')]"><Sentence english="{a} of {b}" :values="{ b: 1 }"><template #a><b /></template></Sentence></li>`,
    )
    expect(found.map(({ english }) => english).sort()).toEqual([
      'A title',
      'Clicked',
      'Each',
      'Off',
      'On',
      '{a} of {b}',
    ])
  })

  it('are found with the texts that are none', () => {
    const { bare } = inScript(
      "const a = say('Is a message') + 'is not one' + `nor is ${b}`; throw new Error('a slip of mine')",
    )
    expect(bare.map(({ text }) => text)).toEqual(['is not one', 'nor is {}'])
    expect(inTemplate(`<p :title="'not one'" />`).bare.map(({ text, line }) => [text, line])).toEqual([
      ['not one', 3],
    ])
  })
})

describe('a message is wrong', () => {
  it.each([
    ['that is not literal', 'say(text)', 'not literal text'],
    ['that is no ICU message', "say('{n, plural, one {a}')", 'no ICU message'],
    ['whose value is not given', "say('{n} rows')", 'gives {}'],
    ['that is given what it does not say', "say('rows', { n: 1 })", 'gives {n}'],
  ])('%s', (_, code, words) => {
    expect(checkMessages(inScript(code).found).join()).toContain(words)
  })
})

describe('a catalogue is wrong', () => {
  const { found } = inScript("say('Run'); say('{n, plural, one {# row} other {# rows}}', { n })")
  const rows = { '{n, plural, one {# row} other {# rows}}': '{n, plural, one {# Zeile} other {# Zeilen}}' }

  it.each([
    ['where it lacks a message', { ...rows }, 'a.ts:1 is not translated: Run'],
    ['where nobody says a message', { ...rows, Run: 'Starten', Stop: 'Halt' }, 'nobody says: Stop'],
    ['where it has no words', { ...rows, Run: ' ' }, 'has no words for: Run'],
    ['where it has other values', { ...rows, Run: 'Starte {x}' }, 'has other values'],
    ['where it is no message', { ...rows, Run: 'Starte {' }, 'is no ICU message'],
  ])('%s', (_, catalogue, words) => {
    expect(checkCatalogue(found, catalogue).join()).toContain(words)
  })

  it('in no way where it has every message with its values', () => {
    expect(checkCatalogue(found, { ...rows, Run: 'Starten' })).toEqual([])
  })
})

it('everything that is shipped says messages that are right, and can be said in every language', async () => {
  const { found } = messagesOfSources()
  expect(found.length).toBeGreaterThan(2_000)
  expect(checkMessages(found)).toEqual([])
  for (const language of LANGUAGES) {
    if (language === 'en') continue
    expect(checkCatalogue(found, await catalogueOf(language)), language).toEqual([])
  }
})
