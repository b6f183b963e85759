// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { expect, it } from 'vitest'
import { nextTick } from 'vue'
import { EngineError } from '../../../contract/errors.ts'
import { useNoticesStore } from '../../stores/notices.ts'
import NoticeArea from './NoticeArea.vue'

it('what was done is put into a live region that was there before, a failure is an alert', async () => {
  const pinia = createPinia()
  setActivePinia(pinia)
  const wrapper = mount(NoticeArea, { global: { plugins: [pinia] } })
  const polite = wrapper.get('[aria-live=polite]')
  expect(polite.text()).toBe('')
  const notices = useNoticesStore()
  notices.report(new EngineError('file-empty', 'The file is empty.', 'Choose another.'))
  notices.done('Wrote a.csv.')
  await nextTick()
  expect(polite.text()).toContain('Wrote a.csv.')
  expect(polite.find('[role=alert]').exists()).toBe(false)
  expect(wrapper.get('[role=alert]').text()).toContain('The file is empty.')
})
