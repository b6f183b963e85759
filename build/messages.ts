// The messages of the interface: what of them is not translated, or wrong.
// node build/messages.ts [FOLDER …]: also the texts of those folders that are no messages.
import { german } from '../contract/languages/german.ts'
import { checkCatalogue, checkMessages } from './messages/check.ts'
import { messagesOfSources } from './messages/sources.ts'

const folders = process.argv.slice(2)

const { found, bare } = messagesOfSources()
const wrong = [...checkMessages(found), ...checkCatalogue(found, german)]
const asked = bare.filter(({ file }) => folders.some((folder) => file.startsWith(folder)))

for (const line of wrong) process.stdout.write(`${line}\n`)
for (const { file, line, text } of asked) process.stdout.write(`${file}:${line} no message: ${text}\n`)
process.stdout.write(
  `${new Set(found.map(({ english }) => english)).size} messages; ${wrong.length} wrong or not translated\n`,
)
process.exitCode = wrong.length > 0 ? 1 : 0
