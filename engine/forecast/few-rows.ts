import { parameterCount } from '../../core/mixture/criteria.ts'
import type { Concern } from '../../core/mixture/preflight/concern.ts'
import type { CovarianceModel } from '../../core/mixture/types.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { RemedyOf, Warning } from '../../contract/warning.ts'
import { phrase, told, type Phrase } from '../../contract/words/say.ts'
import { short } from './text.ts'

type FewRows = Extract<Concern, { kind: 'few-rows' }>

/** From rich to plain: what is proposed where a model has too many parameters. */
const SIMPLER: readonly CovarianceModel[] = ['EEE', 'VVI', 'EEI', 'VII', 'EII']

/** That models have more parameters than there are rows, and what leaves them fewer. */
export function fewRows(concern: FewRows, settings: FitSettings): Warning {
  const { rows, components, perComponent, least, models } = concern
  const { from } = settings.components
  const values = { components, rows, each: models.map(needs) }
  const many =
    settings.weights === null
      ? phrase(
          'With {components, plural, one {# component} other {# components}} there are more parameters than the {rows} rows can tell: {each}.',
          values,
        )
      : phrase(
          'With {components, plural, one {# component} other {# components}} there are more parameters than the {rows} rows can tell, which count once each here and not by their weights: {each}.',
          values,
        )
  const safe = Math.min(...models.map((model) => model.safe))
  return {
    code: 'few-rows',
    ...told(
      perComponent < least
        ? phrase('{many} Rows per component: {rows}; a component’s own covariance needs {least}.', {
            many,
            rows: short(perComponent),
            least,
          })
        : many,
    ),
    remedies: [
      ...(safe > 0 ? [{ kind: 'components' as const, from: Math.min(from, safe), to: safe }] : []),
      ...simplerModels(concern, settings, safe),
      ...(safe > 0 ? [] : fewerColumns(concern, settings)),
    ],
  }
}

function needs({ covariance, parameters, safe }: FewRows['models'][number]): string | Phrase {
  return safe > 0
    ? phrase(
        '{covariance} {parameters} (no more than rows up to {safe, plural, one {# component} other {# components}})',
        { covariance, parameters, safe },
      )
    : `${covariance} ${parameters}`
}

/** Where fewer components do not help all models, those that one component is too much for give way. */
function simplerModels(
  { rows, components }: FewRows,
  settings: FitSettings,
  safe: number,
): RemedyOf<'few-rows'>[] {
  const d = settings.columns.length
  const most = (covariance: CovarianceModel, count: number) => parameterCount(covariance, count, d) <= rows
  const simpler = (count: number) => SIMPLER.find((covariance) => most(covariance, count))
  const proposed = simpler(components) ?? (safe > 0 ? undefined : simpler(1))
  const asked = [...new Set(settings.covariances)]
  if (asked.length === 1)
    return proposed === undefined ? [] : [{ kind: 'covariance', from: asked[0], covariance: proposed }]
  if (safe > 0) return []
  const kept = asked.filter((covariance) => most(covariance, 1))
  if (kept.length > 0) return [{ kind: 'covariances', covariances: kept }]
  return proposed === undefined ? [] : [{ kind: 'covariances', covariances: [proposed] }]
}

/** The first of the columns, as many as leave every model as few parameters as there are rows with the fewest components asked for. */
function fewerColumns(
  { rows }: FewRows,
  { components, columns, covariances }: FitSettings,
): RemedyOf<'few-rows'>[] {
  const most = (count: number) => {
    let d = columns.length - 1
    while (d > 0 && covariances.some((covariance) => parameterCount(covariance, count, d) > rows)) d--
    return d
  }
  const d = most(components.from) || most(1)
  return d === 0 ? [] : [{ kind: 'columns', columns: columns.slice(0, d) }]
}
