import { listed, numberText, pythonText, wrapped } from './literal.ts'
import { introduction } from './introduction.ts'
import { pythonReading } from './python-reading.ts'
import type { Recipe } from './recipe.ts'
import { sklearnType, type SklearnType } from './refusal.ts'

/** The fit as a program for Python with scikit-learn. */
export function pythonScript(recipe: Recipe): string {
  const { reading, restart, start, rowsUsed, centre, expected } = recipe
  const type = sklearnType(restart.covariance, start.dimension) ?? 'full'
  const { gzip, skip } = reading
  const K = start.components
  return `${introduction(recipe, `scikit-learn (covariance type “${type}”)`).join('\n')}
#
# Needs Python 3.8 and scikit-learn 1.1, or later. The data file is beside this script, or named behind it.
import csv
${gzip ? 'import gzip\n' : ''}${skip > 0 ? 'import itertools\n' : ''}import re
import sys

import numpy as np
from sklearn.mixture import GaussianMixture

path = sys.argv[1] if len(sys.argv) > 1 else ${pythonText(reading.file)}

${pythonReading(reading, rowsUsed, centre)}

${scaling(recipe)}

${startingParameters(recipe, type)}
mixture = GaussianMixture(
    ${K}, covariance_type="${type}", reg_covar=${ridge(recipe, type)}, tol=1e-12, max_iter=100_000,
    init_params="random", random_state=0,  # drawn and not used: the start is given
    weights_init=weights, means_init=means, precisions_init=precisions,
)
labels = mixture.fit_predict(Z)

# Back to the units of the columns; clusters are numbered by decreasing weight, as in Basin.
log_likelihood = len(Z) * (mixture.score(Z) - np.log(unit).sum())
print(f"log-likelihood {log_likelihood:.6f} after {mixture.n_iter_} iterations")
sizes = np.bincount(labels, minlength=${K})
for cluster, k in enumerate(np.argsort(-mixture.weights_, kind="stable"), start=1):
    mean = ", ".join(f"{value:.6g}" for value in centre + unit * mixture.means_[k])
    print(f"cluster {cluster}: {sizes[k]} rows, weight {mixture.weights_[k]:.4f}, mean {mean}")

expected = ${numberText(expected.logLikelihood)}
assert abs(log_likelihood - expected) <= 1e-6 * abs(expected), f"Basin found {expected}"
${sizeCheck(recipe)}
`
}

function sizeCheck({ expected: { sizes, borderline } }: Recipe): string {
  const list = `[${sizes.join(', ')}]`
  if (borderline === 0)
    return `assert sorted(sizes, reverse=True) == ${list}, "Basin found clusters of ${sizes.join(', ')} rows"`
  return `# So near a border that rounding may put them on either side: ${borderline} of the rows.
assert np.abs(np.sort(sizes)[::-1] - ${list}).max() <= ${borderline}, "Basin found clusters of ${sizes.join(', ')} rows"`
}

function scaling({ units, constantColumn, restart, settings }: Recipe): string {
  const flat = constantColumn ? '\nunit[unit == 0] = 1  # a column that has one value only' : ''
  const why =
    units === settings.scaling
      ? ''
      : `# The covariance model ${restart.covariance} does not depend on units; columns of variance 1 keep the most digits${
          settings.regularisation.value > 0
            ? ', and\n# make reg_covar, which is added to each variance, relative to it: as in Basin'
            : ''
        }.\n`
  const unit = {
    none: 'unit = np.ones(X.shape[1])',
    standardise: `unit = X.std(axis=0)${flat}`,
    robust: `quartiles = np.percentile(X, [25, 75], axis=0)
unit = (quartiles[1] - quartiles[0]) / 1.349
unit = np.where(unit > 0, unit, X.std(axis=0))${flat}`,
  }[units]
  return `${why}centre = X.mean(axis=0)
${unit}
Z = (X - centre) / unit`
}

function startingParameters({ start, from, unit }: Recipe, type: SklearnType): string {
  const { components: K, dimension: d, weights, means, covariances } = start
  const where = from === 'start' ? 'started from' : 'ended with'
  const each = Array.from({ length: K }, (_, k) => k)
  const matrix = (k: number) => rowsOf(covariances.subarray(k * d * d, (k + 1) * d * d), d, 2)
  const variances = (k: number) => Array.from({ length: d }, (_, j) => covariances[(k * d + j) * d + j])
  const spheres = each.map((k) => {
    const own = variances(k).map((variance, j) => variance / unit[j] ** 2)
    return numberText(own.reduce((sum, value) => sum + value, 0) / d)
  })
  const [text, precisions] = {
    full: [
      `covariances = np.array([\n${each.map((k) => `    [\n${matrix(k)}\n    ],`).join('\n')}\n])`,
      'precisions = np.linalg.inv(covariances / np.outer(unit, unit))\nprecisions = (precisions + precisions.transpose(0, 2, 1)) / 2',
    ],
    tied: [
      `covariance = np.array([\n${rowsOf(covariances.subarray(0, d * d), d, 1)}\n])`,
      'precisions = np.linalg.inv(covariance / np.outer(unit, unit))\nprecisions = (precisions + precisions.T) / 2',
    ],
    diag: [
      `variances = np.array([\n${rowsOf(Float64Array.from(each.flatMap(variances)), d, 1)}\n])`,
      'precisions = unit**2 / variances',
    ],
    spherical: [
      `variances = np.array(${listed('[', spheres, ']')})  # in the units of Z`,
      'precisions = 1 / variances',
    ],
  }[type]
  return `# The parameters that the restart ${where}, in the units of the columns.
weights = np.array(${listed('[', Array.from(weights, numberText), ']')})
means = np.array([
${rowsOf(means, d, 1)}
])
${text}
means = (means - centre) / unit
${precisions}
`
}

/** A row-major matrix as the lines of a nested list. */
function rowsOf(values: Float64Array, width: number, depth: number): string {
  const indent = '    '.repeat(depth)
  return Array.from({ length: values.length / width }, (_, i) => {
    const row = Array.from(values.subarray(i * width, (i + 1) * width), numberText)
    const one = `${indent}[${row.join(', ')}],`
    return one.length < 110 ? one : `${indent}[\n${wrapped(row, `${indent}    `)},\n${indent}],`
  }).join('\n')
}

/** What is added to each variance, in the units of Z. */
function ridge({ settings: { regularisation } }: Recipe, type: SklearnType): string {
  const { kind, value } = regularisation
  if (value === 0 || kind === 'absolute' || type !== 'spherical') return numberText(value)
  return `${numberText(value)} * Z.var(axis=0).mean()`
}
