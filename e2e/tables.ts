import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** A small generator of its own (Park & Miller 1988), so that test data never changes with the program. */
function draws(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Rows round overlapping centres: slow enough to be watched, large enough to be stopped. */
export function writeSlowTable(folder: string, rows: number): string {
  const next = draws(7)
  const lines = ['a,b,c,d']
  for (let row = 0; row < rows; row++) {
    const centre = Math.floor(next() * 6)
    const cell = (k: number) => (Math.sin(centre * k) * 1.5 + next() + next() + next()).toFixed(4)
    lines.push([1, 2, 3, 4].map(cell).join(','))
  }
  const path = join(folder, 'slow.csv')
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

/** Awkward to keep: semicolons, decimal commas, quotes, a line break in a cell, CRLF, a missing value, no last line end. */
export const AWKWARD_LINES = [
  'Name;"Größe ""cm""";Gewicht',
  'Anna;170,5;61,2',
  '"B;ert";181,0;80,25',
  '"Cla\nra";165,25;55,0',
  'Dora;;58,5',
  'Emil;178,75;77,5',
  'Fritz;190,0;91,125',
  'Gerd;160,5;51,0',
  'Hans;186,5;85,75',
]
export const AWKWARD_END = '\r\n'

export function writeAwkwardTable(folder: string): string {
  const path = join(folder, 'Größen.csv')
  writeFileSync(path, AWKWARD_LINES.join(AWKWARD_END))
  return path
}

/** A path that cannot be opened as a table. */
export interface Placed {
  path: string
  remove(): void
}

export function placeFolder(folder: string): Placed {
  const path = join(folder, 'folder.csv')
  mkdirSync(path)
  return { path, remove: () => rmSync(path, { recursive: true }) }
}

export function placeMissing(folder: string): Placed {
  return { path: join(folder, 'nowhere.csv'), remove: () => undefined }
}

/** A name in a folder that no program can read, whoever runs it: a socket. */
export async function placeUnreadable(folder: string): Promise<Placed> {
  const path = join(folder, 'unreadable.csv')
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(path, resolve))
  return { path, remove: () => void server.close() }
}

/** Text cells, a date and a number that is too large amid numbers, a comment, a blank line, an identifier. */
export function writeMessyTable(folder: string): string {
  const next = draws(11)
  const lines = ['# measured by hand', 'id,sex,length,weight,price,seen']
  for (let row = 0; row < 120; row++) {
    const weight =
      { 17: 'heavy', 31: '2024-05-01', 64: '1e400', 88: 'about 60' }[row] ?? (50 + next() * 30).toFixed(2)
    const length = row === 31 ? 'tall' : row === 40 ? 'NA' : (1.5 + next() / 2).toFixed(3)
    lines.push(
      `${String(row + 1).padStart(4, '0')},${row % 2 === 0 ? 'f' : 'm'},${length},${weight},${(next() * 40).toFixed(2)} €,2024-03-${String(1 + (row % 28)).padStart(2, '0')}`,
    )
    if (row === 50) lines.push('')
  }
  const path = join(folder, 'patients.csv')
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

/** Every amount can be read two ways: `1,234` is one thousand or one point two. */
export function writeDoubtfulTable(folder: string): string {
  const next = draws(5)
  const lines = ['shop;amount;pieces']
  for (let row = 0; row < 40; row++)
    lines.push(`S${row + 1};${1 + Math.floor(next() * 9)},${100 + Math.floor(next() * 900)};${10 + row}`)
  const path = join(folder, 'amounts.csv')
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

/** Three files that other programs get wrong, and the numbers that are in them. */
export function writeTrustTables(
  folder: string,
): Record<'semicolon' | 'quoted' | 'utf16', { path: string; numbers: number[][] }> {
  const write = (name: string, content: string | Buffer, numbers: number[][]) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return { path, numbers }
  }
  const tabs = 'x\ty\n0.1\t1234.5\n-2.25\t17\n3.5\t0.3\n8.75\t2\n'
  return {
    semicolon: write('semicolon.csv', 'x;y\n0,435;1,5\n-2,25;17\n3,5;0,3\n8,75;2,125\n', [
      [0.435, 1.5],
      [-2.25, 17],
      [3.5, 0.3],
      [8.75, 2.125],
    ]),
    quoted: write(
      'quoted.csv',
      'x,y\n"1.234,5","0,1"\n"-2,25","17"\n"12.345.678,75","0,3"\n"8,75","2,125"\n',
      [
        [1234.5, 0.1],
        [-2.25, 17],
        [12345678.75, 0.3],
        [8.75, 2.125],
      ],
    ),
    utf16: write('utf-16.tsv', Buffer.from(`\ufeff${tabs}`, 'utf16le'), [
      [0.1, 1234.5],
      [-2.25, 17],
      [3.5, 0.3],
      [8.75, 2],
    ]),
  }
}
