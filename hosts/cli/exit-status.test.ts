import { describe, expect, it } from 'vitest'
import { exitStatus } from './exit-status.ts'

describe('the exit status', () => {
  it.each([
    ['no-usable-model', 1],
    ['invalid-input', 2],
    ['target-unwritable', 2],
    ['file-binary', 3],
    ['no-numeric-column', 3],
    ['model-mismatch', 3],
    ['cancelled', 130],
  ] as const)('of %s is %i', (code, status) => {
    expect(exitStatus(code)).toBe(status)
  })
})
