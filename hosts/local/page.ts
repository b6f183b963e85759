import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

export interface PageFile {
  type: string
  bytes: Buffer
}

/** The files of the built page, by their paths below its folder. What is not on the list made at the start does not exist, whatever the path says. */
export interface Page {
  read(path: string): Promise<PageFile | null>
}

export function createPage(folder: string): Page {
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || TYPES[extname(entry.name)] === undefined) continue
    const file = join(entry.parentPath, entry.name)
    files.set(file.slice(folder.length).replaceAll('\\', '/').replace(/^\//, ''), file)
  }
  return {
    async read(path) {
      const file = files.get(path === '' ? 'index.html' : path)
      if (file === undefined) return null
      return { type: TYPES[extname(file)] ?? 'application/octet-stream', bytes: await readFile(file) }
    },
  }
}
