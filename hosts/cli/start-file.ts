import { GivenStart, type FitSettings } from '../../contract/schemas.ts'
import { readJson } from './json-file.ts'

/** A start of the person's own, and how many components it has. */
export async function readStartFile(
  path: string,
): Promise<{ start: GivenStart; components: FitSettings['components'] }> {
  const start = await readJson(
    path,
    GivenStart,
    'a start with labels, responsibilities, or weights, means and covariances',
  )
  const components =
    'labels' in start
      ? Math.max(...new Set(start.labels))
      : 'responsibilities' in start
        ? (start.responsibilities[0]?.length ?? 0)
        : start.weights.length
  return { start, components: { from: components, to: components } }
}
