import { readdirSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { InlineConfig } from 'vite'

const root = fileURLToPath(new URL('../', import.meta.url))
const KEPT_OUTSIDE = ['electron', 'piscina']
const outside = (id: string) => isBuiltin(id) || KEPT_OUTSIDE.includes(id)

const common: InlineConfig = {
  configFile: false,
  root,
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true, target: 'node' },
  // ws looks for two native helpers of its own accord; the app carries neither.
  define: { 'process.env.WS_NO_BUFFER_UTIL': '"1"', 'process.env.WS_NO_UTF_8_VALIDATE': '"1"' },
}

const several = (input: Record<string, string>, chunks: string): InlineConfig => ({
  ...common,
  build: {
    ssr: true,
    outDir: 'out',
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input,
      external: outside,
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: `${chunks}/[name]-[hash].js` },
    },
  },
})

/** The desktop's two processes share their chunks. */
export const desktop = several(
  { 'electron/main': `${root}electron/main.ts`, 'electron/engine': `${root}electron/engine.ts` },
  'chunks',
)

/** The terminal and the local server, in a folder that the packed app leaves out. */
export const terminal = several({ 'hosts/main': `${root}hosts/main.ts` }, 'hosts')

const single = (name: string, input: string, format: 'es' | 'cjs', file: string): InlineConfig => ({
  ...common,
  build: {
    ssr: true,
    outDir: 'out',
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { [name]: input },
      external: outside,
      output: { format, entryFileNames: file, codeSplitting: false },
    },
  },
})

/** A sandboxed preload can load no other file and no ES module. */
export const preload = single('preload', `${root}electron/preload.ts`, 'cjs', 'electron/preload.cjs')

/** One file per worker task, each whole in itself: threads load them from outside the archive. */
export function workerTasks(): InlineConfig[] {
  const folder = `${root}workers/tasks/`
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .map((name) => single(name, `${folder}${name}.ts`, 'es', `workers/tasks/${name}.js`))
}
