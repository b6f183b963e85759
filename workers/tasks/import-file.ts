import { importCsv } from '../csv/import.ts'
import { task } from '../failure.ts'
import type { Tasks } from '../tasks.ts'

export default task((input: Tasks['import-file']['input']) => importCsv(input))
