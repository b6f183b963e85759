import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { findBrowser } from './browser.ts'

const SIZE = 512
const file = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const executablePath = findBrowser()
if (executablePath === null) throw new Error('Drawing the icon needs a Chromium.')

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } })
await page.setContent(
  `<style>body{margin:0}svg{display:block}</style>${readFileSync(file('icon.svg'), 'utf8')}`,
)
await page.screenshot({ path: file('icon.png'), omitBackground: true })
await browser.close()
