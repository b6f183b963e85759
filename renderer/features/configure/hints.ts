import type { Acceleration, InitialisationChoice, Prior, Scaling } from '../../../core/mixture/types.ts'
import type { FitSettings } from '../../../contract/schemas.ts'

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
  hierarchical: 'Starts from a tree that joins the closest rows step by step; of many rows, a random subset.',
}

export const STRATEGY_HINTS: Record<FitSettings['strategy'], string> = {
  full: 'Every restart goes on until it has converged.',
  race: 'All run a little, then the lower half is dropped, three times over: quicker, with fewer hits to count, and now and then without the best.',
}

export const ACCELERATION_HINTS: Record<Acceleration, string> = {
  none: 'Plain EM steps.',
  squarem: 'Longer steps where EM is slow (SQUAREM), finished by plain EM.',
}

export const PRIOR_HINTS: Record<Prior, string> = {
  none: 'The data alone decide: maximum likelihood.',
  conjugate: 'A weak prior, as mclust’s: keeps small components from collapsing.',
}

export const SUBSAMPLE_HINTS: Record<'yes' | 'no', string> = {
  no: 'Every step uses every row.',
  yes: 'Of many rows a random sample is fitted first, then all of them.',
}
