import type { ChosenModel } from '../../../../contract/resampling-views.ts'

/** How often each number of components was chosen, with a bar for every number from the least to the most. */
export function chosenBars(
  chosen: readonly ChosenModel[],
  own: { components: number },
): { name: string; count: number; own: boolean }[] {
  const numbers = [own.components, ...chosen.map(({ components }) => components)]
  const least = Math.min(...numbers)
  return Array.from({ length: Math.max(...numbers) - least + 1 }, (_, i) => {
    const components = least + i
    const count = chosen
      .filter((each) => each.components === components)
      .reduce((sum, { replicates }) => sum + replicates, 0)
    return { name: String(components), count, own: components === own.components }
  })
}
