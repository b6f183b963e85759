import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { findConnection } from './host/connection.ts'
import { writeNumbersIn } from './format/number.ts'
import './theme.css'

writeNumbersIn(navigator.language)

// The code of the page begins, and the page is made, in tasks of their own: together they would hold up the window.
const { default: App } = await import('./App.vue')
await new Promise((resolve) => setTimeout(resolve))
createApp(App, { connection: findConnection(window) })
  .use(createPinia())
  .mount('#app')
