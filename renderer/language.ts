import { LANGUAGE_CHOICES, USUAL, type LanguageChoice } from '../contract/preferences.ts'

const KEPT = 'basin-language'

/** The language chosen, as the host wrote it into the page or as this page's storage has it: the engine is asked too late. */
export function chosenLanguage(): LanguageChoice {
  const told = document.documentElement.dataset['language'] ?? localStorage.getItem(KEPT)
  return LANGUAGE_CHOICES.find((choice) => choice === told) ?? USUAL.language
}

/** For the next time that a page begins. */
export function keepLanguage(choice: LanguageChoice): void {
  localStorage.setItem(KEPT, choice)
}
