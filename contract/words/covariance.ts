import type { CovarianceModel } from '../../core/mixture/types.ts'
import { say } from './say.ts'

/** By the name that people know first, then mclust’s. */
export const COVARIANCE_NAMES: Record<CovarianceModel, string> = {
  VVV: say('Full (VVV)'),
  EEE: say('Tied (EEE)'),
  VVI: say('Diagonal (VVI)'),
  VII: say('Spherical (VII)'),
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
  VVV: say('Every component has its own ellipse: any size, shape and direction.'),
  EEE: say('All components share one ellipse: same size, shape and direction.'),
  VVI: say('Ellipses lie along the axes: columns do not correlate within a component.'),
  VII: say('Components are circles of different sizes.'),
  EII: say('Components are circles of one size.'),
  EEI: say('Ellipses lie along the axes, all of the same size and shape.'),
  VEI: say('Ellipses lie along the axes: sizes vary, the shape is the same.'),
  EVI: say('Ellipses lie along the axes: shapes vary, the size is the same.'),
  VEE: say('Sizes vary; shape and direction are the same for all components.'),
  EVE: say('Shapes vary; size and direction are the same for all components.'),
  VVE: say('Sizes and shapes vary; the direction is the same for all components.'),
  EEV: say('Directions vary; size and shape are the same for all components.'),
  VEV: say('Sizes and directions vary; the shape is the same for all components.'),
  EVV: say('Shapes and directions vary; the size is the same for all components.'),
}

/** The covariance models as they are offered: those that people know first. */
export const COVARIANCE_GROUPS: readonly { title: string; models: readonly CovarianceModel[] }[] = [
  { title: say('Known from other tools'), models: ['VVV', 'EEE', 'VVI', 'VII'] },
  { title: say('Circles'), models: ['EII'] },
  { title: say('Ellipses along the axes'), models: ['EEI', 'VEI', 'EVI'] },
  { title: say('Ellipses of one direction'), models: ['VEE', 'EVE', 'VVE'] },
  { title: say('Ellipses of any direction'), models: ['EEV', 'VEV', 'EVV'] },
]

/** A cell `VVV-3` in words: Full (VVV), 3 components. */
export function cellName(cell: string): string {
  const [model = '', components = ''] = cell.split('-')
  return say('{model}, {components, plural, one {# component} other {# components}}', {
    model: COVARIANCE_NAMES[model as CovarianceModel] ?? model,
    components: Number(components),
  })
}
