import type { Plugin } from 'vite'

/** Modules that a bundler writes itself stand for the package they come from. */
const VIRTUAL: readonly [RegExp, string][] = [
  [/^\0vite\//, 'node_modules/vite'],
  [/^\0rolldown\//, 'node_modules/rolldown'],
  [/^\0plugin-vue:/, 'node_modules/@vitejs/plugin-vue'],
]

/** The folder of the package that a module lies in, from the root; null for code of our own. */
export function packageFolder(module: string, root: string): string | null {
  for (const [pattern, folder] of VIRTUAL) if (pattern.test(module)) return folder
  const path = module.replaceAll('\\', '/').replace(/^\0/, '').replace(/\?.*$/, '')
  const inside = path.startsWith(root.replaceAll('\\', '/')) ? path.slice(root.length) : path
  return /^(.*\/)?node_modules\/(@[^/]+\/)?[^/]+/.exec(inside)?.[0] ?? null
}

/** Tells of every package that has a module in the bundle. */
export function noteModules(root: string, note: (folder: string) => void): Plugin {
  return {
    name: 'basin-note-modules',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue
        for (const module of file.moduleIds) {
          const folder = packageFolder(module, root)
          if (folder !== null) note(folder)
        }
      }
    },
  }
}
