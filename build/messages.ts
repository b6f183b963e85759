// The messages of the interface: what of them is not translated, or wrong.
// node build/messages.ts [FOLDER …]: also the texts of those folders that are no messages.
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { german } from '../contract/languages/german.ts'
import { checkCatalogue, checkMessages } from './messages/check.ts'
import { findMessages } from './messages/find.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const folders = process.argv.slice(2)

const files = globSync('{contract,core,electron,engine,hosts,renderer,workers}/**/*.{ts,vue}', { cwd: root })
const read = files
  .filter((file) => !file.endsWith('.test.ts') && !file.includes('/fixtures/'))
  .map((file) => findMessages(file, readFileSync(`${root}${file}`, 'utf8')))
const found = read.flatMap((each) => each.found)
const wrong = [...checkMessages(found), ...checkCatalogue(found, german)]
const bare = read
  .flatMap((each) => each.bare)
  .filter(({ file }) => folders.some((folder) => file.startsWith(folder)))

for (const line of wrong) process.stdout.write(`${line}\n`)
for (const { file, line, text } of bare) process.stdout.write(`${file}:${line} no message: ${text}\n`)
process.stdout.write(
  `${new Set(found.map(({ english }) => english)).size} messages; ${wrong.length} wrong or not translated\n`,
)
process.exitCode = wrong.length > 0 ? 1 : 0
