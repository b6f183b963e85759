import { expect, it } from 'vitest'
import { catalogueOf, LANGUAGES } from './languages/languages.ts'
import { commandsOf, keysIn, menuOf } from './menu.ts'
import { speak } from './words/say.ts'

const HOSTS = ['electron', 'local'] as const
/** A browser acts on these before a page hears of them. */
const KEPT_BY_BROWSERS = ['Mod+N', 'Mod+T', 'Mod+W', 'Mod+Shift+N', 'Mod+Shift+T', 'Mod+Shift+W', 'Mod+Q']

it.each(HOSTS)('in the host %s no command stands twice, and no two are on one key', (host) => {
  const entries = commandsOf(host)
  const commands = entries.map(({ command }) => command)
  const keys = entries.flatMap((entry) => keysIn(host, entry) ?? [])
  expect(new Set(commands).size).toBe(commands.length)
  expect(new Set(keys).size).toBe(keys.length)
})

it.each(HOSTS)('in the host %s separators stand only between lines', (host) => {
  for (const { lines } of menuOf(host)) {
    const kinds = lines.map(({ kind }) => kind)
    expect(kinds[0]).not.toBe('separator')
    expect(kinds.at(-1)).not.toBe('separator')
    expect(kinds.join(' ')).not.toContain('separator separator')
  }
})

it('a browser is asked for no key that it keeps to itself', () => {
  for (const entry of commandsOf('local')) expect(KEPT_BY_BROWSERS).not.toContain(keysIn('local', entry))
})

it.each(LANGUAGES)(
  'in the language %s each menu opens by a letter of its own, which stands in its name',
  async (language) => {
    speak(language, await catalogueOf(language))
    const menus = menuOf('local')
    speak('en', {})
    for (const { label, letter } of menus) expect(label).toMatch(new RegExp(`^[^&]*${letter}[^&]*$`))
    expect(new Set(menus.map(({ letter }) => letter.toLowerCase())).size).toBe(5)
  },
)
