import { afterEach, expect, it, vi } from 'vitest'
import { freeMemory } from './free-memory.ts'

const GB = 2 ** 30
const system = { platform: 'linux', free: 5 * GB, total: 16 * GB, limit: 0, own: GB }

afterEach(() => vi.unstubAllEnvs())

it('what is free is what the system has to spare', () => {
  expect(freeMemory(system)).toBe(5 * GB)
})

it('a limit of the process leaves what it has not taken yet', () => {
  expect(freeMemory({ ...system, limit: 4 * GB })).toBe(3 * GB)
  expect(freeMemory({ ...system, limit: GB / 2 })).toBe(0)
  expect(freeMemory({ ...system, limit: 2 ** 64 })).toBe(5 * GB)
})

it('macOS gives more than it keeps free', () => {
  expect(freeMemory({ ...system, platform: 'darwin', free: GB / 8 })).toBe(11 * GB)
})

it('a limit can be set by the person', () => {
  const unlimited = freeMemory()
  vi.stubEnv('BASIN_MEMORY_MB', '100000000')
  expect(freeMemory()).toBeGreaterThan(unlimited / 2)
  vi.stubEnv('BASIN_MEMORY_MB', '1')
  expect(freeMemory()).toBe(0)
})
