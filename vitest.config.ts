import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { guide } from './build/guide-plugin.ts'

/** It takes longer than any other, and started late it would run alone at the end. */
const LONGEST = 'core/mixture/invariants/'

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLongest = ({ moduleId }: TestSpecification) => moduleId.includes(LONGEST)
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))]
  }
}

const NONE_OF_OURS = ['**/node_modules/**', 'out/**', 'release/**', 'test-results/**']
const PAGE_SIDE = ['contract/**/*.test.ts', 'renderer/**/*.test.ts']
const CORE = ['core/**/*.test.ts']

export default defineConfig({
  plugins: [guide(), vue({ include: [/\.vue$/, /\.md$/] })],
  test: {
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      // Core has no state that lasts, so its files can follow each other in one thread.
      { extends: true, test: { name: 'core', include: CORE, pool: 'threads', isolate: false } },
      { extends: true, test: { name: 'page', include: PAGE_SIDE, pool: 'threads' } },
      // What remembers, or touches a disk, has a process of its own.
      {
        extends: true,
        test: { name: 'rest', include: ['**/*.test.ts'], exclude: [...NONE_OF_OURS, ...CORE, ...PAGE_SIDE] },
      },
    ],
  },
})
