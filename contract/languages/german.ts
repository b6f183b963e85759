import type { Catalogue } from '../words/say.ts'
import words from './german.json' with { type: 'json' }

/** Every message of Basin in German, by its English. */
export const german: Catalogue = words
