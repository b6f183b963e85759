import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from '../served.ts'
import { HEAVY_PAGES, visit } from './pages.ts'
import type { Part } from './part.ts'

export const loadPages: Part = {
  name: 'pages',
  title: 'Load in the page',
  about:
    'A fit of 200 columns, one of 50 components and one of 10,000 restarts, each begun, and every view looked at twice, in Chromium. Milliseconds are of the processor, which one task of the page takes at most; nothing may stand outside the window, and that alone is what held or not: tasks over 50 ms are counted here, not refused, and where they come from stands in decision 42. `BASIN_PICTURES=FOLDER` keeps a picture of each view.',
  async run(say) {
    bundle()
    const folder = mkdtempSync(join(tmpdir(), 'basin-pages-'))
    const rows: string[][] = []
    const failures: string[] = []
    for (const heavy of HEAVY_PAGES) {
      for (const { view, longestTask, tasksOver50, overflows } of await visit(
        heavy,
        folder,
        process.env['BASIN_PICTURES'],
      )) {
        rows.push([heavy.name, view, String(longestTask), String(tasksOver50)])
        say(rows[rows.length - 1].join(' · '))
        if (overflows) failures.push(`${heavy.name}, ${view}: something stands outside the window.`)
      }
    }
    rmSync(folder, { recursive: true })
    const head = ['Fit', 'While', 'Longest task, ms', 'Tasks over 50 ms']
    return { tables: [{ head, rows }], failures }
  },
}
