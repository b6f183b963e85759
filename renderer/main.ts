import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { catalogueOf, languageFor, numbersLanguage } from '../contract/languages/languages.ts'
import { writeNumbersIn } from '../contract/words/numerals.ts'
import { speak } from '../contract/words/say.ts'
import { chosenLanguage } from './language.ts'
import './theme.css'

const choice = chosenLanguage()
const chosen = choice === 'system' ? null : choice
const language = languageFor(chosen, navigator.languages)
speak(language, await catalogueOf(language))
writeNumbersIn(numbersLanguage(chosen, language, navigator.language))
document.documentElement.lang = language

// Many modules say something as they begin: they are loaded when the language is known. The code of the page begins, and the page is
// made, in tasks of their own: together they would hold up the window.
const [{ findConnection }, { default: App }] = await Promise.all([
  import('./host/connection.ts'),
  import('./App.vue'),
])
await new Promise((resolve) => setTimeout(resolve))
createApp(App, { connection: findConnection(window) })
  .use(createPinia())
  .mount('#app')
