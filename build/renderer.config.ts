import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { guide } from './guide-plugin.ts'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The page. Nothing is inlined, because the content security policy admits files of its own origin only. */
export default defineConfig({
  root: folder('../renderer'),
  base: './',
  logLevel: 'warn',
  plugins: [guide(), vue({ include: [/\.vue$/, /\.md$/] })],
  build: {
    outDir: folder('../out/renderer'),
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000,
  },
})
