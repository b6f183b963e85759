import { afterAll, expect, test } from 'vitest'
import { createWorkControl } from '../control.ts'
import { createScratchFolder } from '../fixtures/scratch-folder.ts'
import { createPool } from '../pool.ts'

const scratch = createScratchFolder()
const pool = createPool(1)
afterAll(async () => {
  scratch.remove()
  await pool.close()
})

test('a file is imported on another thread and its rows are read back', async () => {
  const path = scratch.write('x,y\n1.5,a\n2.5,"b ""c"""\n3.5,d\n')
  const file = await pool.run('import-file', { path, dialect: {}, control: createWorkControl().buffer })
  expect(Array.from(file.values[0]!)).toEqual([1.5, 2.5, 3.5])
  const cells = await pool.run('read-rows', {
    path,
    from: file.rowStarts[1],
    to: file.rowEnds[2],
    rows: 2,
    columns: 2,
    dialect: file.dialect,
    blankRows: file.blankRows,
  })
  expect(cells).toEqual([
    ['2.5', 'b "c"'],
    ['3.5', 'd'],
  ])
})

test('a refusal arrives with its code, words and line', async () => {
  const path = scratch.write('x,y\n1,2\n"3,4\n', 'torn.csv')
  const running = pool.run('import-file', { path, dialect: {}, control: createWorkControl().buffer })
  await expect(running).rejects.toMatchObject({ name: 'EngineError', code: 'file-unreadable', line: 3 })
})

test('an import that runs is stopped through its control block', async () => {
  const rows = Array.from({ length: 400_000 }, (_, i) => `${i % 977},${i % 1009}`).join('\n')
  const control = createWorkControl()
  const path = scratch.write(`x,y\n${rows}\n`)
  const running = pool.run('import-file', { path, dialect: {}, control: control.buffer })
  while (control.reading().rows === 0) await new Promise((resolve) => setTimeout(resolve, 1))
  control.stop()
  await expect(running).rejects.toMatchObject({ code: 'cancelled' })
})
