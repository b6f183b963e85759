import { ambiguousNumbers } from './cases/ambiguous.ts'
import { comments } from './cases/comments.ts'
import { decimals } from './cases/decimals.ts'
import { delimiters } from './cases/delimiters.ts'
import { encodings } from './cases/encodings.ts'
import { extremes } from './cases/extremes.ts'
import { headers } from './cases/headers.ts'
import { kinds } from './cases/kinds.ts'
import { lineEnds } from './cases/line-ends.ts'
import { missing } from './cases/missing.ts'
import { packedFiles } from './cases/packed.ts'
import { preambles } from './cases/preambles.ts'
import { quotes } from './cases/quotes.ts'
import { ragged } from './cases/ragged.ts'
import { refused } from './cases/refused.ts'
import { thousands } from './cases/thousands.ts'
import { units } from './cases/units.ts'
import type { CsvFile } from './csv-file.ts'

/** Every small file with the outcome that the import owes it. */
export const CASES: readonly CsvFile[] = [
  ...delimiters,
  ...quotes,
  ...lineEnds,
  ...encodings,
  ...decimals,
  ...ambiguousNumbers,
  ...thousands,
  ...units,
  ...missing,
  ...headers,
  ...preambles,
  ...comments,
  ...ragged,
  ...kinds,
  ...extremes,
  ...packedFiles,
  ...refused,
]
