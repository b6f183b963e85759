import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import type { Catalogue } from '../../contract/words/say.ts'
import type { Found } from './find.ts'

/** What is wrong with the messages of the sources, or with a catalogue of them; a line each. */
export function checkMessages(found: readonly Found[]): string[] {
  return found.flatMap(({ english, given, file, line }) => {
    if (english === null) return [`${file}:${line} says something that is not literal text`]
    const wanted = argumentsOf(english)
    if (wanted === null) return [`${file}:${line} says what is no ICU message: ${english}`]
    if (given === null || same(wanted, given)) return []
    return [`${file}:${line} gives {${given.join(', ')}} to “${english}”`]
  })
}

/** What a catalogue lacks, has for nothing, or says with other values than the English. */
export function checkCatalogue(found: readonly Found[], catalogue: Catalogue): string[] {
  const said = new Map(found.flatMap((each) => (each.english === null ? [] : [[each.english, each]])))
  const missing = [...said.values()].flatMap(({ english, file, line }) =>
    english === null || Object.hasOwn(catalogue, english)
      ? []
      : [`${file}:${line} is not translated: ${english}`],
  )
  const unused = Object.keys(catalogue).flatMap((english) =>
    said.has(english) ? [] : [`nobody says: ${english}`],
  )
  const unlike = Object.entries(catalogue).flatMap(([english, translated]) => {
    const [wanted, given] = [argumentsOf(english), argumentsOf(translated)]
    if (translated.trim() === '') return [`has no words for: ${english}`]
    if (given === null) return [`is no ICU message: ${translated}`]
    return wanted === null || same(wanted, given) ? [] : [`has other values than “${english}”: ${translated}`]
  })
  return [...missing, ...unused, ...unlike]
}

/** The names of a message's values; null where it is no message. A text without braces is never read as one. */
function argumentsOf(message: string): Set<string> | null {
  if (!message.includes('{')) return new Set()
  try {
    const names = new Set<string>()
    collect(parse(message, { ignoreTag: true }), names)
    return names
  } catch {
    return null
  }
}

function collect(elements: readonly MessageFormatElement[], names: Set<string>): void {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) continue
    names.add(element.value)
    if (element.type === TYPE.plural || element.type === TYPE.select)
      for (const { value } of Object.values(element.options)) collect(value, names)
  }
}

function same(one: Iterable<string>, other: Iterable<string>): boolean {
  return [...one].sort().join() === [...new Set(other)].sort().join()
}
