import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EngineError } from '../../contract/errors.ts'
import { createEngine, createGrants } from '../../engine/index.ts'
import { samplesFolder, version } from '../installed.ts'
import { openBrowser } from './browser.ts'
import { choicesFolder } from './choices-folder.ts'
import { createLocalServer } from './server.ts'

export interface LocalOptions {
  /** A file to open at once. */
  file: string | null
  /** 0 takes any free port. */
  port: number
  /** Show the page in the system's browser. */
  open: boolean
  threads?: number
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const pageFolder = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../out/renderer/' : '../renderer/', import.meta.url),
)

/**
 * Serves the page and the engine on 127.0.0.1 until closed, or interrupted, and prints the one address that opens it.
 * @throws EngineError `not-available` where the page has not been built or the port is taken.
 */
export async function serveLocal(options: LocalOptions): Promise<{ url: string; close(): Promise<void> }> {
  if (!existsSync(`${pageFolder}index.html`))
    throw new EngineError('not-available', 'The page of Basin has not been built.', 'Run: npm run build')
  const grants = createGrants()
  const file = options.file === null ? null : grants.addFile(resolve(options.file))
  const host = createEngine({
    grants,
    samplesFolder,
    choicesFolder: choicesFolder(process.platform, process.env, homedir()),
    version,
    ...(options.threads === undefined ? {} : { threads: options.threads }),
  })
  const server = await createLocalServer({
    engine: host.engine,
    grants,
    pageFolder,
    file,
    port: options.port,
  }).catch(async (thrown: unknown) => {
    await host.close()
    throw thrown
  })

  const close = async () => {
    for (const signal of SIGNALS) process.off(signal, interrupted)
    await server.close()
    await host.close()
  }
  const interrupted = () => void close()
  for (const signal of SIGNALS) process.on(signal, interrupted)
  process.stdout.write(`${server.url}\n`)
  if (options.open) openBrowser(server.url)
  return { url: server.url, close }
}
