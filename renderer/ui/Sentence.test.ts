// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { h } from 'vue'
import { speak } from '../../contract/words/say.ts'
import Sentence from './Sentence.vue'

afterEach(() => speak('en', {}))

const ENGLISH = '{hits} of {all, number} restarts'
const shown = () =>
  mount(Sentence, {
    props: { english: ENGLISH, values: { all: 2000 } },
    slots: { hits: () => h('b', '17') },
  }).html({ raw: true })

it('shows what stands in a message at its place, in the order of the language', () => {
  expect(shown()).toContain('<b>17</b> of 2,000 restarts')
  speak('de', { [ENGLISH]: 'von {all, number} Neustarts {hits}' })
  expect(shown()).toContain('von 2,000 Neustarts <b>17</b>')
})
