import * as v from 'valibot'
import { LANGUAGES } from './languages/languages.ts'

/** How the page looks; `contrast` is light or dark as the system asks. */
export const THEMES = ['system', 'light', 'dark', 'contrast'] as const
export type ThemeChoice = (typeof THEMES)[number]

/** What the interface speaks; `system`: what the system does, where Basin can. */
export const LANGUAGE_CHOICES = ['system', ...LANGUAGES] as const
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number]

/** Most threads that can be asked for. */
export const MOST_THREADS = 256

const flag = (usual: boolean) => v.optional(v.fallback(v.boolean(), usual), usual)
const Threads = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_THREADS)))

/** What a person prefers, on this machine and whatever is open. A field that is missing or means nothing has its usual value. */
export const Preferences = v.object({
  theme: v.optional(v.fallback(v.picklist(THEMES), 'system'), 'system'),
  /** Holds from the next time that a window opens. */
  language: v.optional(v.fallback(v.picklist(LANGUAGE_CHOICES), 'system'), 'system'),
  /** Restarts that run at once; null: as many as there are processor cores. */
  threads: v.optional(v.fallback(Threads, null), null),
  /** Tell, through the system, of a long fit that ends while another program is in front. */
  notify: flag(true),
  /** Ask before a window closes in which a fit runs. */
  askBeforeClosing: flag(true),
  /** Look for newer versions, where the program was built to. */
  updates: flag(true),
  /** Nothing moves by itself, whatever the system asks for. */
  reducedMotion: flag(false),
})
export type Preferences = v.InferOutput<typeof Preferences>

/** What holds until something is chosen. */
export const USUAL: Readonly<Preferences> = v.parse(Preferences, {})
