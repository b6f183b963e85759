import type { FitUnderway } from '../fits/run.ts'

/** Every option of the command line as it was resolved, under its name there. */
export function settingsRecord({ dataset, settings, names, weighting }: FitUnderway) {
  const { components, regularisation, start } = settings
  const { delimiter, quote, decimal, thousands, encoding, header, comment, missing, skip } =
    dataset.file.dialect
  return {
    columns: names,
    weights: weighting?.column ?? null,
    'weights-kind': settings.weights?.kind ?? null,
    components:
      components.from === components.to ? String(components.from) : `${components.from}-${components.to}`,
    covariance: settings.covariances,
    restarts: start === undefined ? settings.restarts : 1,
    seed: settings.seed,
    init: start === undefined ? settings.initialisation : 'given',
    start:
      start === undefined
        ? null
        : 'labels' in start
          ? 'labels'
          : 'responsibilities' in start
            ? 'responsibilities'
            : 'parameters',
    strategy: settings.strategy,
    refinements: start === undefined ? settings.refinements : 0,
    scale: settings.scaling,
    noise: settings.noise,
    missing: settings.missing,
    tolerance: settings.tolerance,
    'max-iterations': settings.maxIterations,
    regularisation: regularisation.kind === 'relative' ? regularisation.value : null,
    'reg-covar': regularisation.kind === 'absolute' ? regularisation.value : null,
    prior: settings.prior,
    'eigenvalue-ratio': settings.eigenvalueRatio,
    acceleration: settings.acceleration,
    subsample: settings.subsample,
    criterion: settings.criterion,
    delimiter,
    decimal,
    encoding,
    header,
    quote,
    thousands,
    comment,
    na: missing,
    skip,
  }
}
