import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findMessages, type Messages } from './find.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const FOLDERS = '{contract,core,electron,engine,hosts,renderer,workers}/**/*.{ts,vue}'
/** It says what it is given. */
const SAYS_WHAT_IT_IS_GIVEN = 'renderer/ui/Sentence.vue'

/** The messages of everything that is shipped. */
export function messagesOfSources(): Messages {
  const read = globSync(FOLDERS, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.endsWith('.test.ts') && !file.includes('/fixtures/'))
    .filter((file) => file !== SAYS_WHAT_IT_IS_GIVEN)
    .map((file) => findMessages(file, readFileSync(`${root}${file}`, 'utf8')))
  return { found: read.flatMap((each) => each.found), bare: read.flatMap((each) => each.bare) }
}
