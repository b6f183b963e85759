import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { announceBrowser, browser } from './chromium.ts'

// It starts while all else is loaded.
void browser()
const { app } = await import('./electron.ts')
const { unpackResources } = await import('./packaged.ts')

const [, , executable = '', ...words] = process.argv
const required: string[] = []
let applicationWord: string | undefined
for (let i = 0; i < words.length; i++) {
  const word = words[i]
  if (word === '-r') required.push(words[++i])
  else if (!word.startsWith('-')) applicationWord ??= word
}

const resources = unpackResources(executable)
const start = resources === null ? resolve(applicationWord ?? '.') : join(resources, 'app.asar')
const isFolder = statSync(start).isDirectory()
const folder = isFolder ? start : dirname(start)

process.argv = [executable, ...words]
Object.assign(process, {
  type: 'browser',
  resourcesPath: resources ?? join(dirname(executable), 'resources'),
})
app.launched({ folder, packaged: resources !== null })

// Playwright's own loader comes first: it holds `ready` back until the test has attached.
const require = createRequire(import.meta.url)
for (const file of required) require(resolve(file))
await import(pathToFileURL(isFolder ? join(folder, mainOf(folder)) : start).href)
// All is loaded before Playwright is told where to find us: it asks for `electron` at once.
await announceBrowser()
app.becomeReady()

function mainOf(packageFolder: string): string {
  const text = readFileSync(join(packageFolder, 'package.json'), 'utf8')
  return (JSON.parse(text) as { main: string }).main
}
