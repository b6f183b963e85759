import { say } from '../../../contract/words/say.ts'
import { LIMITS } from '../../../contract/limits.ts'
import type { ColumnProfile } from '../../../contract/views.ts'
import type { ColourBy } from '../../stores/cluster-view.ts'

export interface ColourChoice {
  value: ColourBy
  text: string
}

/** What points can be coloured by (`label`: the column that says what rows are): what the model says of them, then the columns fitted, other numbers, and texts of few kinds. */
export function colourChoices(
  columns: readonly ColumnProfile[],
  fitted: readonly number[],
  label: number | null = null,
): ColourChoice[] {
  const numeric = columns.filter(({ type, mean }) => type === 'numeric' || mean !== null)
  const isFitted = ({ index }: ColumnProfile) => fitted.includes(index)
  const texts = columns.filter(
    (column) =>
      !numeric.includes(column) &&
      (column.index === label || (column.distinct > 1 && column.distinct <= LIMITS.categories)),
  )
  const ordered = [...numeric.filter(isFitted), ...numeric.filter((column) => !isFitted(column)), ...texts]
  return [
    { value: 'cluster', text: say('Cluster') },
    { value: 'uncertainty', text: say('Uncertainty') },
    { value: 'entropy', text: say('Entropy') },
    { value: 'log-density', text: say('Log density') },
    { value: 'agreement', text: say('Agreement of good solutions') },
    ...ordered.map(({ index, name }): ColourChoice => ({
      value: `column:${index}`,
      text: index === label ? say('{column} (known label)', { column: name }) : name,
    })),
  ]
}
