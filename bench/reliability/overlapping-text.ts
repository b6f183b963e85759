import { createRandom } from '../../core/random/random.ts'

/** A CSV of overlapping Gaussian groups, one group per ten columns and at least three. */
export function overlappingText(rows: number, columns = 4, groups = 3): string {
  const random = createRandom(rows + columns)
  const name = Array.from({ length: columns }, (_, j) => `x${j + 1}`).join(',')
  const lines = [name]
  for (let i = 0; i < rows; i++) {
    const group = random.below(groups)
    lines.push(
      Array.from({ length: columns }, (_, j) =>
        (3 * Math.sin(1 + group * (j + 1)) + random.normal()).toFixed(4),
      ).join(','),
    )
  }
  return `${lines.join('\n')}\n`
}
