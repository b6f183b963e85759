// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { useIdentityStore } from '../../stores/identity.ts'
import LegendEntry from './LegendEntry.vue'

beforeEach(() => setActivePinia(createPinia()))

const entry = () =>
  mount(LegendEntry, {
    props: { restart: 'VVV-3-0', component: 2, size: 12, share: 0.1, selected: 0 },
    attachTo: document.body,
  })

describe('a cluster in the legend', () => {
  it('is written with its number and its name', () => {
    useIdentityStore().rename(2, 'small')
    expect(entry().get('button').text()).toMatch(/^3\s*small\s*12 rows/)
  })

  it('says what its rows weigh where not all count once', async () => {
    const wrapper = entry()
    await wrapper.setProps({ count: 30 })
    expect(wrapper.get('button').text()).toMatch(/12 rows that weigh 30\s*10 %/)
  })

  it('is renamed by F2, typing and Enter', async () => {
    const wrapper = entry()
    await wrapper.get('button').trigger('keydown', { key: 'F2' })
    const field = wrapper.get('input')
    expect(field.attributes('aria-label')).toBe('Name of cluster 3')
    await field.setValue('tiny')
    await field.trigger('keydown', { key: 'Enter' })
    expect(useIdentityStore().nameOf(2)).toBe('tiny')
    expect(wrapper.find('input').exists()).toBe(false)
  })

  it('keeps its name where Esc is pressed, and takes the new one where the field is left', async () => {
    const wrapper = entry()
    await wrapper.get('.rename').trigger('click')
    await wrapper.get('input').setValue('tiny')
    await wrapper.get('input').trigger('keydown', { key: 'Escape' })
    expect(useIdentityStore().nameOf(2)).toBe('')
    await wrapper.get('.rename').trigger('click')
    await wrapper.get('input').setValue('little')
    await wrapper.get('input').trigger('blur')
    expect(useIdentityStore().nameOf(2)).toBe('little')
  })
})
