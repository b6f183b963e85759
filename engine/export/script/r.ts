import { eigenSymmetric } from '../../../core/linalg/eigen.ts'
import { introduction } from './introduction.ts'
import { listed, numberText, rText } from './literal.ts'
import { rReading } from './r-reading.ts'
import type { Recipe } from './recipe.ts'

/** The fit as a program for R with mclust. */
export function rScript(recipe: Recipe): string {
  const { reading, restart, start, rowsUsed, centre, expected, settings } = recipe
  const { components: K, dimension: d } = start
  const model = d === 1 ? restart.covariance.slice(0, 1) : restart.covariance
  const prior = settings.prior === 'conjugate' ? ', prior = priorControl()' : ''
  const axes = restart.covariance === 'EVE' && d > 1 ? commonAxes(recipe) : null
  const control = 'control = emControl(tol = c(1e-12, 1e-12), itmax = c(100000, 100000))'
  return `${introduction(recipe, `mclust (model ${model})`).join('\n')}
#
# Needs R 4.0 and mclust 5.4, or later. The data file is in the working directory, or named behind the script.
library(mclust)

arguments <- commandArgs(trailingOnly = TRUE)
path <- if (length(arguments) > 0) arguments[1] else ${rText(reading.file)}

${rReading(reading, rowsUsed, centre)}

${scaling(recipe)}

${startingParameters(recipe)}
${axes ?? ''}# Responsibilities of the rows under these parameters${recipe.fits ? ', from which mclust goes on' : ''}.
density <- sapply(1:${K}, function(k) {
  root <- chol(covariances[, , k] / outer(unit, unit))
  y <- backsolve(root, t(Z) - (means[, k] - centre) / unit, transpose = TRUE)
  log(weights[k]) - ncol(Z) / 2 * log(2 * pi) - sum(log(diag(root))) - colSums(y^2) / 2
})
top <- apply(density, 1, max)
z <- exp(density - top)
${recipe.fits ? '' : 'log_likelihood <- sum(top + log(rowSums(z))) - nrow(Z) * sum(log(unit))\n'}z <- z / rowSums(z)

fit <- me(${d === 1 ? 'Z[, 1]' : axes === null ? 'Z' : 'Z %*% axes'}, modelName = "${model}", z = z${prior},
  ${control})
${recipe.fits ? fitted(axes !== null) : beside}
sizes <- tabulate(map(z), ${K})
cat(sprintf("log-likelihood %.6f\\n", log_likelihood))
for (k in order(-colMeans(z)))  # by decreasing weight, as in Basin
  cat(sprintf("%d rows, weight %.4f, mean", sizes[k], mean(z[, k])), format(means[, k], digits = 6), "\\n")

expected <- ${numberText(expected.logLikelihood)}
stopifnot("Basin found another log-likelihood" = abs(log_likelihood - expected) <= 1e-6 * abs(expected))
${sizeCheck(recipe)}
`
}

/** What mclust came to, in the units of the columns. */
const fitted = (turned: boolean) => `z <- fit$z
log_likelihood <- fit$loglik - nrow(Z) * sum(log(unit))
means <- matrix(fit$parameters$mean, ncol = ncol(z))
means <- centre + unit * ${turned ? '(axes %*% means)' : 'means'}
`

const beside = `cat(sprintf("mclust itself goes on to %.6f\\n", fit$loglik - nrow(Z) * sum(log(unit))))
`

function sizeCheck({ expected: { sizes, borderline } }: Recipe): string {
  const found = `abs(sort(sizes, decreasing = TRUE) - c(${sizes.join(', ')})) <= ${borderline}`
  const near =
    borderline === 0
      ? ''
      : `# So near a border that rounding may put them on either side: ${borderline} of the rows.\n`
  return `${near}stopifnot("Basin found clusters of other sizes" = ${found})`
}

function scaling({ units, constantColumn }: Recipe): string {
  const sd = 'apply(X, 2, function(x) sqrt(mean((x - mean(x))^2)))'
  const flat = constantColumn ? '\nunit[unit == 0] <- 1  # a column that has one value only' : ''
  const unit = {
    none: 'unit <- rep(1, ncol(X))',
    standardise: `unit <- ${sd}${flat}`,
    robust: `unit <- apply(X, 2, IQR) / 1.349
unit <- ifelse(unit > 0, unit, ${sd})${flat}`,
  }[units]
  return `centre <- colMeans(X)
${unit}
Z <- t((t(X) - centre) / unit)`
}

function startingParameters({ start, from }: Recipe): string {
  const { components: K, dimension: d, weights, means, covariances } = start
  const where = from === 'start' ? 'started from' : 'ended with'
  const list = (values: Float64Array) => listed('c(', Array.from(values, numberText), ')')
  return `# The parameters that the restart ${where}, in the units of the columns: one column, one matrix per component.
weights <- ${list(weights)}
means <- matrix(${list(means)}, ${d}, ${K})
covariances <- array(${list(covariances)}, c(${d}, ${d}, ${K}))`
}

/** The axes that all components of an EVE share, of which mclust finds the best only if it starts near them. */
function commonAxes({ end, unit }: Recipe): string {
  const { components: K, dimension: d, covariances } = end
  const mixed = new Float64Array(d * d)
  for (let k = 0; k < K; k++) {
    const own = Float64Array.from({ length: d * d }, (_, at) => {
      return covariances[k * d * d + at] / unit[Math.floor(at / d)] / unit[at % d]
    })
    const trace = Array.from({ length: d }, (_, j) => own[j * (d + 1)]).reduce((sum, value) => sum + value, 0)
    for (let at = 0; at < d * d; at++) mixed[at] += ((k + 1) * own[at]) / trace
  }
  const { vectors } = eigenSymmetric(mixed, d)
  return `# The axes that the components share. mclust's M-step looks for them downhill from the columns and can end
# beside the best, so the columns are turned until the axes that Basin found are theirs. This changes no density.
axes <- matrix(${listed('c(', Array.from(vectors, numberText), ')')}, ${d}, ${d})

`
}
