// Six overlapping Gaussian groups in four columns; one million rows unless a number is given.
import { once } from 'node:events'
import { createRandom } from '../core/random/random.ts'

const ROWS = Number(process.argv[2] ?? 1_000_000)
if (!Number.isInteger(ROWS) || ROWS < 1) throw new Error('The number of rows must be a whole number above 0.')
const CENTRES = [
  [0, 0, 0, 0],
  [4, 1, -2, 3],
  [-3, 4, 1, -1],
  [1, -4, 3, 2],
  [5, 5, 4, -3],
  [-4, -3, -4, 1],
]
const ENDS = [0.3, 0.5, 0.68, 0.82, 0.93, 1]

const random = createRandom(6)
process.stdout.write('a,b,c,d\n')
for (let row = 0; row < ROWS;) {
  const lines: string[] = []
  for (const end = Math.min(ROWS, row + 10_000); row < end; row++) {
    const draw = random.next()
    const group = ENDS.findIndex((share) => draw < share)
    const tilt = random.normal()
    lines.push(
      CENTRES[group]
        .map((c, j) => (c + 0.6 * tilt * ((j + group) % 3 ? 1 : -1) + random.normal()).toFixed(4))
        .join(','),
    )
  }
  if (!process.stdout.write(lines.join('\n') + '\n')) await once(process.stdout, 'drain')
}
