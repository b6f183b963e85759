import type { Recipe } from './recipe.ts'

const WIDTH = 105

/** The comment that a script begins with, as lines. */
export function introduction(
  { version, restart, from, fits, settings, notes }: Recipe,
  by: string,
): string[] {
  const { id, components, covariance } = restart
  const count = components === 1 ? '1 component' : `${components} components`
  const whose = `Basin's restart ${id} (${restart.initialisation}, seed ${restart.seed}) ${from === 'start' ? 'started from' : 'ended with'}`
  const does = fits
    ? `It starts from the parameters that ${whose}, goes on until it has converged, and checks`
    : `It takes the parameters that ${whose}, and checks`
  const prior = settings.prior === 'conjugate' ? ', with the conjugate prior' : ''
  return [
    `A Gaussian mixture of ${count}, covariance model ${covariance}${prior}, found by Basin ${version} and fitted again by ${by}.`,
    `${does} that the log-likelihood and the sizes of the clusters are Basin's.`,
    ...notes.flatMap((note) => ['', `Note: ${note}`]),
  ].flatMap(commented)
}

function commented(text: string): string[] {
  const lines = ['#']
  for (const word of text.split(' ')) {
    const last = lines.length - 1
    if (lines[last].length + word.length < WIDTH) lines[last] += ` ${word}`
    else lines.push(`# ${word}`)
  }
  return lines.map((line) => line.trimEnd())
}
