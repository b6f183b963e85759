import { defaultRefinements } from '../../contract/defaults.ts'
import type { Engine } from '../../contract/engine.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import { chooseColumn, chooseColumns } from './columns.ts'
import { defaultComponents } from './default-components.ts'
import type { Logged } from './logs.ts'
import type { SearchCommand } from './search-options.ts'
import type { readStartFile } from './start-file.ts'

interface Besides {
  /** A start of the person's own. */
  given?: Awaited<ReturnType<typeof readStartFile>> | null
  /** A column that says what rows are, which is fitted only where it is named. */
  known?: number | null
}

/** The settings of a fit of the file that is open, its columns found by their names. Throws UsageError where one is not there. */
export async function fitSettings(
  engine: Pick<Engine, 'points'>,
  { dataset, instead }: Logged,
  command: SearchCommand,
  { given = null, known = null }: Besides = {},
): Promise<FitSettings> {
  const { initialisation, restarts } = command.settings
  const weights =
    command.weights === null
      ? null
      : {
          column: chooseColumn(dataset, '--weights', command.weights.column),
          kind: command.weights.kind,
        }
  const apart = [weights?.column ?? null, known].filter((column) => column !== null)
  const chosen = chooseColumns(dataset, command.columns, apart)
  const columns = [...new Set(chosen.map((column) => instead.get(column) ?? column))]
  return {
    ...command.settings,
    columns,
    weights,
    refinements: command.refinements ?? defaultRefinements(initialisation, restarts, dataset.rows),
    components:
      command.components ?? given?.components ?? (await defaultComponents(engine, dataset, columns)),
    ...(given === null ? {} : { start: given.start }),
  }
}
