import { say } from '../../../contract/words/say.ts'
import type { Acceleration, InitialisationChoice, Prior, Scaling } from '../../../core/mixture/types.ts'
import type { FitSettings } from '../../../contract/schemas.ts'

export const SCALING_HINTS: Record<Scaling, string> = {
  none: say('Columns in their own units.'),
  standardise: say('Each column divided by its standard deviation.'),
  robust: say('Each column divided by its interquartile range; outliers count less.'),
}

export const INITIALISATION_HINTS: Record<InitialisationChoice, string> = {
  mixed: say('Deals the restarts round several starts: finds more solutions than any one of them.'),
  'kmeans++': say('Starts from centres drawn far apart.'),
  kmeans: say('Starts from the groups that k-means finds.'),
  'random-rows': say('Starts from rows drawn at random as centres.'),
  'random-responsibilities': say('Starts from random membership; all components begin alike.'),
  'short-runs': say('Starts from the best of several short EM runs.'),
  hierarchical: say(
    'Starts from a tree that joins the closest rows step by step; of many rows, a random subset.',
  ),
}

export const STRATEGY_HINTS: Record<FitSettings['strategy'], string> = {
  full: say('Every restart goes on until it has converged.'),
  race: say(
    'All run a little, then the lower half is dropped, three times over: quicker, with fewer hits to count, and now and then without the best.',
  ),
}

export const ACCELERATION_HINTS: Record<Acceleration, string> = {
  none: say('Plain EM steps.'),
  squarem: say('Longer steps where EM is slow (SQUAREM), finished by plain EM.'),
}

export const PRIOR_HINTS: Record<Prior, string> = {
  none: say('The data alone decide: maximum likelihood.'),
  conjugate: say('A weak prior, as mclust’s: keeps small components from collapsing.'),
}

export const SUBSAMPLE_HINTS: Record<'yes' | 'no', string> = {
  no: say('Every step uses every row.'),
  yes: say('Of many rows a random sample is fitted first, then all of them.'),
}
