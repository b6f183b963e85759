// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import SwitchBar from './SwitchBar.vue'

it('explains an option by its term where it has one, by its hint where not', () => {
  const options = [
    { value: 'a', text: 'Stability', term: 'stability' as const },
    { value: 'b', text: 'Grid', hint: 'Every model' },
  ]
  const labels = mount(SwitchBar, { props: { label: 'View', options, modelValue: 'a' } }).findAll('label')
  expect(labels.map((each) => [each.attributes('data-term'), each.attributes('title')])).toEqual([
    ['stability', undefined],
    [undefined, 'Every model'],
  ])
  expect(labels[0]?.attributes('aria-description')).toMatch(/drawn again/)
})
