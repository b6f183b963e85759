import type { CovarianceModel } from '../../core/mixture/types.ts'

/** By the name that people know first, then mclust’s. */
export const COVARIANCE_NAMES: Record<CovarianceModel, string> = {
  VVV: 'Full (VVV)',
  EEE: 'Tied (EEE)',
  VVI: 'Diagonal (VVI)',
  VII: 'Spherical (VII)',
  EII: 'EII',
  EEI: 'EEI',
  VEI: 'VEI',
  EVI: 'EVI',
  VEE: 'VEE',
  EVE: 'EVE',
  VVE: 'VVE',
  EEV: 'EEV',
  VEV: 'VEV',
  EVV: 'EVV',
}

/** What a covariance model lets the ellipses of the components do, in a sentence. */
export const COVARIANCE_MEANINGS: Record<CovarianceModel, string> = {
  VVV: 'Every component has its own ellipse: any size, shape and direction.',
  EEE: 'All components share one ellipse: same size, shape and direction.',
  VVI: 'Ellipses lie along the axes: columns do not correlate within a component.',
  VII: 'Components are circles of different sizes.',
  EII: 'Components are circles of one size.',
  EEI: 'Ellipses lie along the axes, all of the same size and shape.',
  VEI: 'Ellipses lie along the axes: sizes vary, the shape is the same.',
  EVI: 'Ellipses lie along the axes: shapes vary, the size is the same.',
  VEE: 'Sizes vary; shape and direction are the same for all components.',
  EVE: 'Shapes vary; size and direction are the same for all components.',
  VVE: 'Sizes and shapes vary; the direction is the same for all components.',
  EEV: 'Directions vary; size and shape are the same for all components.',
  VEV: 'Sizes and directions vary; the shape is the same for all components.',
  EVV: 'Shapes and directions vary; the size is the same for all components.',
}

/** The covariance models as they are offered: those that people know first. */
export const COVARIANCE_GROUPS: readonly { title: string; models: readonly CovarianceModel[] }[] = [
  { title: 'Known from other tools', models: ['VVV', 'EEE', 'VVI', 'VII'] },
  { title: 'Circles', models: ['EII'] },
  { title: 'Ellipses along the axes', models: ['EEI', 'VEI', 'EVI'] },
  { title: 'Ellipses of one direction', models: ['VEE', 'EVE', 'VVE'] },
  { title: 'Ellipses of any direction', models: ['EEV', 'VEV', 'EVV'] },
]

/** A cell `VVV-3` in words: Full (VVV), 3 components. */
export function cellName(cell: string): string {
  const [model = '', components = ''] = cell.split('-')
  const name = COVARIANCE_NAMES[model as CovarianceModel] ?? model
  return `${name}, ${components} ${components === '1' ? 'component' : 'components'}`
}
