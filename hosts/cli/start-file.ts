import { GivenStart, type FitSettings } from '../../contract/schemas.ts'
import { startComponents } from '../../engine/index.ts'
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
  const components = startComponents(start)
  return { start, components: { from: components, to: components } }
}
