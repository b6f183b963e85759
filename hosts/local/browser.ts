import { spawn } from 'node:child_process'

const OPENERS: Partial<Record<NodeJS.Platform, [string, string[]]>> = {
  darwin: ['open', []],
  win32: ['rundll32', ['url.dll,FileProtocolHandler']],
}

/** Shows the address in the system's browser. Where there is none, the printed address is enough. */
export function openBrowser(url: string): void {
  const [command, before] = OPENERS[process.platform] ?? ['xdg-open', []]
  const opener = spawn(command, [...before, url], { stdio: 'ignore', detached: true })
  opener.on('error', () => undefined)
  opener.unref()
}
