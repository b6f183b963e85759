import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { findConnection } from './host/connection.ts'
import './theme.css'

createApp(App, { connection: findConnection(window) })
  .use(createPinia())
  .mount('#app')
