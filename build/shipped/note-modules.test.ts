import { expect, test } from 'vitest'
import { packageFolder } from './note-modules.ts'

test.each([
  ['/x/basin/node_modules/vue/dist/vue.js', 'node_modules/vue'],
  ['/x/basin/node_modules/@vue/shared/index.js?v=1', 'node_modules/@vue/shared'],
  ['/x/basin/node_modules/a/node_modules/b/c/d.js', 'node_modules/a/node_modules/b'],
  ['\0/x/basin/node_modules/js-yaml/index.js?commonjs-module', 'node_modules/js-yaml'],
  ['\0rolldown/runtime.js', 'node_modules/rolldown'],
  ['\0vite/preload-helper.js', 'node_modules/vite'],
  ['\0plugin-vue:export-helper', 'node_modules/@vitejs/plugin-vue'],
])('%j comes from %j', (module, folder) => {
  expect(packageFolder(module, '/x/basin/')).toBe(folder)
})

test.each(['/x/basin/core/em.ts', '/x/basin/renderer/App.vue?vue&type=style', '\0virtual:own'])(
  '%j is our own',
  (module) => {
    expect(packageFolder(module, '/x/basin/')).toBeNull()
  },
)
