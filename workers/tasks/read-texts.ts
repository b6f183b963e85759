import { readTexts } from '../csv/read.ts'
import { task } from '../failure.ts'
import type { Tasks } from '../tasks.ts'

export default task((input: Tasks['read-texts']['input']) => readTexts(input))
