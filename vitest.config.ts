import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { guide } from './build/guide-plugin.ts'

export default defineConfig({
  plugins: [guide(), vue({ include: [/\.vue$/, /\.md$/] })],
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', 'out/**', 'release/**', 'test-results/**'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
