import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'

const program = join(import.meta.dirname, '../main.ts')
const ROWS = 60_000
const HOW = ['--components', '2', '--restarts', '1', '--max-iterations', '5']

it('a terminal that was killed while it wrote leaves half a file, which its next writing takes away', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'basin-killed-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const lines = Array.from({ length: ROWS }, (_, i) => `${(i * 37) % 101}.5,${(i * 53) % 89}.25`)
  const text = (rows: number) => `a,b\n${lines.slice(0, rows).join('\n')}\n`
  writeFileSync(join(folder, 'large.csv'), text(ROWS))
  writeFileSync(join(folder, 'small.csv'), text(100))
  const half = () => readdirSync(folder).filter((name) => name.endsWith('.part'))
  const label = (file: string) =>
    spawn(process.execPath, [program, 'fit', file, ...HOW, '--labels', `labelled-${file}`], {
      cwd: folder,
      stdio: 'ignore',
    })

  const killed = label('large.csv')
  await vi.waitUntil(() => half().length === 1, { timeout: 60_000, interval: 1 })
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  expect(half().length).toBe(1)
  expect(readdirSync(folder)).not.toContain('labelled-large.csv')

  const [status] = (await once(label('small.csv'), 'exit')) as [number]
  expect(status).toBe(0)
  expect(half()).toEqual([])
  expect(readdirSync(folder)).toContain('labelled-small.csv')
})
