import { createReadStream } from 'node:fs'
import Papa from 'papaparse'
import { collectFloats } from '../../core/table/floats.ts'
import { COLUMNS } from './rows.ts'
import type { Reading } from './reading.ts'

/** PapaParse alone: cells of a stream, made numbers by Number(). */
const [path] = process.argv.slice(2)
const before = process.memoryUsage.rss() / 2 ** 20
const processor = process.cpuUsage()
const began = performance.now()
const columns = Array.from({ length: COLUMNS }, () => collectFloats())
let first = true
Papa.parse(createReadStream(path, 'utf8'), {
  skipEmptyLines: true,
  chunk({ data }: Papa.ParseResult<string[]>) {
    for (const cells of first ? data.slice(1) : data) {
      for (let column = 0; column < COLUMNS; column++) columns[column].push(Number(cells[column]))
    }
    first = false
  },
  complete() {
    const lengths = columns.map((column) => column.toShared().length)
    if (lengths.includes(0)) throw new Error('A column is empty.')
    const { user, system } = process.cpuUsage(processor)
    const reading: Reading = {
      wall: (performance.now() - began) / 1e3,
      cpu: (user + system) / 1e6,
      peak: process.resourceUsage().maxRSS / 1024,
      before,
    }
    process.stdout.write(JSON.stringify(reading))
  },
})
