import { expect, it } from 'vitest'
import { matches } from './accelerator.ts'

const key = (name: string, control = false, shift = false) => ({ key: name, control, shift, alt: false })

it.each([
  ['CmdOrCtrl+O', key('o', true), true],
  ['CmdOrCtrl+O', key('o'), false],
  ['CmdOrCtrl+O', key('O', true, true), false],
  ['CmdOrCtrl+Return', key('Enter', true), true],
  ['CmdOrCtrl+1', key('1', true), true],
])('tells whether %s is pressed by %j', (accelerator, pressed, expected) => {
  expect(matches(accelerator, pressed)).toBe(expected)
})
