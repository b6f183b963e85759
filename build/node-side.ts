import { readdirSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { InlineConfig, Rolldown } from 'vite'

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

const bundle = (input: Record<string, string>, output: Rolldown.OutputOptions): InlineConfig => ({
  ...common,
  build: {
    ssr: true,
    outDir: 'out',
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: { input, external: outside, output },
  },
})

const single = (name: string, input: string, format: 'es' | 'cjs', file: string): InlineConfig =>
  bundle({ [name]: input }, { format, entryFileNames: file, codeSplitting: false })

/**
 * The desktop's two processes share no file: the main one lies whole in the packed archive, the engine's whole beside
 * it.
 */
export const desktop = [
  single('main', `${root}electron/main.ts`, 'es', 'electron/main.js'),
  single('engine', `${root}electron/engine.ts`, 'es', 'electron/engine.js'),
]

/** The terminal and the local server, in a folder that the packed app leaves out. */
export const terminal = bundle(
  { 'hosts/main': `${root}hosts/main.ts` },
  { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'hosts/[name]-[hash].js' },
)

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
