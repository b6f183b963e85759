import type { InitialisationChoice, Scaling } from '../../../core/mixture/types.ts'

export const SCALING_HINTS: Record<Scaling, string> = {
  none: 'Columns in their own units.',
  standardise: 'Each column divided by its standard deviation.',
  robust: 'Each column divided by its interquartile range; outliers count less.',
}

export const INITIALISATION_HINTS: Record<InitialisationChoice, string> = {
  mixed: 'Deals the restarts round several starts: finds more solutions than any one of them.',
  'kmeans++': 'Starts from centres drawn far apart.',
  kmeans: 'Starts from the groups that k-means finds.',
  'random-rows': 'Starts from rows drawn at random as centres.',
  'random-responsibilities': 'Starts from random membership; all components begin alike.',
  'short-runs': 'Starts from the best of several short EM runs.',
  hierarchical:
    'Starts from the tree that joins the closest rows; on a random subset where there are many rows.',
}
