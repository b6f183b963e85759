import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { renderChapter } from './guide-chapter.ts'

const docs = fileURLToPath(new URL('../docs/', import.meta.url))

/** What the guide consists of: its own folder, and the documents beside it that a user looks things up in. */
export const REFERENCE = ['crabs', 'import', 'numerics', 'scripts', 'file-formats', 'command-line'] as const

export const chapterFiles = (): string[] => [
  ...readdirSync(`${docs}guide`)
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${docs}guide/${file}`),
  ...REFERENCE.map((name) => `${docs}${name}.md`),
]

export const chapterId = (file: string) => basename(file, '.md')

/** Turns each chapter into a Vue component, with its title and its text for the search. The Vue plugin has to take `.md` too. */
export function guide(): Plugin {
  const chapters = chapterFiles().map(chapterId)
  return {
    name: 'basin-guide',
    enforce: 'pre',
    transform(markdown, id) {
      const [file = ''] = id.split('?')
      if (!file.startsWith(docs) || !file.endsWith('.md') || id.includes('?')) return null
      const { title, html, sections } = renderChapter(markdown, chapterId(file), chapters)
      return {
        code: `<script>
export const title = ${JSON.stringify(title)}
export const sections = ${JSON.stringify(sections).replaceAll('</', '<\\/')}
export default {}
</script>
<template><article>${html}</article></template>
`,
        map: null,
      }
    },
  }
}
