import { expect, it } from 'vitest'
import { engineAddress } from './local.ts'

it('the engine answers where the page came from', () => {
  expect(engineAddress({ protocol: 'http:', host: '127.0.0.1:4711' })).toBe('ws://127.0.0.1:4711/engine')
})
