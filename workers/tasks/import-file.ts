import { openCsv } from '../csv/open.ts'
import { asyncTask } from '../failure.ts'
import type { Tasks } from '../tasks.ts'

export default asyncTask((input: Tasks['import-file']['input']) => openCsv(input))
