// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeNumbersIn } from '../../contract/words/numerals.ts'
import DecimalInput from './DecimalInput.vue'

beforeEach(() => writeNumbersIn('de-DE'))
afterEach(() => writeNumbersIn('en-GB'))

const field = (modelValue: number) => {
  const mounted = mount(DecimalInput, {
    props: { modelValue, 'onUpdate:modelValue': (now: number) => mounted.setProps({ modelValue: now }) },
  })
  return mounted
}
const shown = (mounted: ReturnType<typeof field>) => mounted.get('input').element.value

describe('a field for a number', () => {
  it('writes and reads the decimal mark of the language', async () => {
    const mounted = field(0.8)
    expect(shown(mounted)).toBe('0,8')
    await mounted.get('input').setValue('0,95')
    expect(mounted.props('modelValue')).toBe(0.95)
  })

  it('leaves what is half typed as it is, and writes what comes from elsewhere', async () => {
    const mounted = field(0.8)
    for (const half of ['0,', '', 'x']) {
      await mounted.get('input').setValue(half)
      expect(shown(mounted)).toBe(half)
    }
    expect(mounted.props('modelValue')).toBeNaN()
    await mounted.setProps({ modelValue: 0.5 })
    expect(shown(mounted)).toBe('0,5')
  })
})
