import { expect, type ElectronApplication } from '@playwright/test'

/** Ends the engine's process as a crash would: with no chance to say anything. */
export async function killEngine(app: ElectronApplication): Promise<void> {
  const killed = await app.evaluate(({ app: running }) => {
    // Of all utility processes only the engine carries the name that it was forked under.
    const engines = running.getAppMetrics().filter(({ name }) => name === 'Basin engine')
    for (const { pid } of engines) process.kill(pid, 'SIGKILL')
    return engines.length
  })
  expect(killed).toBe(1)
}
