import { phrase } from '../say.ts'
import type { WrittenTerm } from './term.ts'

/** The search: how EM climbs, and what restarts find. */
export const SEARCH_TERMS = {
  em: {
    name: 'EM',
    also: phrase('expectation-maximisation'),
    meaning: phrase(
      'The algorithm that fits the mixture: expectation and maximisation steps in turn, each of which can only raise the log-likelihood.',
    ),
    source: 'Dempster, Laird & Rubin 1977',
    place: 'Restarts',
  },
  'expectation-step': {
    name: phrase('Expectation step'),
    also: phrase('E-step'),
    meaning: phrase(
      'Half of an iteration: the responsibilities of all rows under the parameters as they are.',
    ),
    formula: 'zᵢₖ = wₖ N(xᵢ; μₖ, Σₖ) / f(xᵢ)',
    source: 'Dempster, Laird & Rubin 1977',
    place: 'Clusters',
  },
  'maximisation-step': {
    name: phrase('Maximisation step'),
    also: phrase('M-step'),
    meaning: phrase(
      'Half of an iteration: the parameters that are most likely if the responsibilities are right.',
    ),
    formula: phrase('wₖ = nₖ/n, μₖ = Σᵢ zᵢₖ xᵢ/nₖ, Σₖ by the covariance model'),
    source: 'Dempster, Laird & Rubin 1977',
    place: 'Clusters',
  },
  iteration: {
    name: phrase('Iteration'),
    meaning: phrase('One maximisation step and one expectation step: a point of a convergence curve.'),
    source: 'Dempster, Laird & Rubin 1977',
    place: 'Restarts',
  },
  'log-likelihood': {
    name: phrase('Log-likelihood'),
    also: phrase('logL, likelihood'),
    meaning: phrase(
      'How probable the rows are under the model, as a logarithm summed over all rows used: the height that EM climbs; higher is better.',
    ),
    formula: 'logL = Σᵢ ln f(xᵢ)',
    source: 'Fisher 1922',
    place: 'Restarts',
  },
  convergence: {
    name: phrase('Convergence'),
    also: phrase('converged, Aitken'),
    meaning: phrase(
      'A restart has converged when no more log-likelihood than the tolerance is estimated to be left to gain.',
    ),
    formula: phrase('(l₂ − l₁) a/(1 − a) < tolerance, a = (l₂ − l₁)/(l₁ − l₀)'),
    source: 'Böhning et al. 1994',
    place: 'Restarts',
  },
  tolerance: {
    name: phrase('Tolerance'),
    meaning: phrase(
      'How much log-likelihood may be estimated to be left to gain where a restart counts as converged.',
    ),
    formula: phrase('(l₂ − l₁) a/(1 − a) < tolerance, a = (l₂ − l₁)/(l₁ − l₀)'),
    place: 'settings',
  },
  'iteration-limit': {
    name: phrase('Iteration limit'),
    meaning: phrase(
      'The most iterations of one restart; one that ends there had not converged, and can be continued.',
    ),
    place: 'settings',
  },
  plateau: {
    name: phrase('Plateau'),
    meaning: phrase(
      'A stretch on which each step gains almost as much as the one before: more may be left than it seems.',
    ),
    source: 'McNicholas et al. 2010',
    place: 'Restarts',
  },
  'local-maximum': {
    name: phrase('Local maximum'),
    also: phrase('optimum, peak'),
    meaning: phrase(
      'A height from which every small change of the parameters leads down, though there may be a higher one elsewhere: where EM ends.',
    ),
    source: 'McLachlan & Peel 2000',
    place: 'Restarts',
  },
  restart: {
    name: phrase('Restart'),
    also: phrase('start, run'),
    meaning: phrase('One run of EM from one start; different starts may end on different local maxima.'),
    place: 'Restarts',
  },
  solution: {
    name: phrase('Solution'),
    meaning: phrase(
      'All the restarts that reached the same local maximum, named by a letter: A is the highest.',
    ),
    formula: phrase('same: |Δ logL| < max(1e-4, 1e-6 |logL|) and the same clusters or parameters'),
    place: 'Restarts',
  },
  hits: {
    name: phrase('Hits'),
    also: phrase('hit rate'),
    meaning: phrase('How many of the independent restarts reached a solution.'),
    place: 'Restarts',
  },
  gap: {
    name: phrase('Gap'),
    meaning: phrase(
      'How far a log-likelihood lies below the best of the same number of components and model.',
    ),
    formula: phrase('best logL − logL'),
    place: 'Restarts',
  },
  'near-tie': {
    name: phrase('Near tie'),
    meaning: phrase('A solution less than 2 below the best: the data hardly tell the two apart.'),
    formula: phrase('gap < 2, a likelihood ratio of 7.4'),
    source: 'Edwards 1972',
    place: 'Restarts',
  },
  inferior: {
    name: phrase('Inferior solution'),
    meaning: phrase('A lower local maximum, which EM climbed to and could not leave.'),
    place: 'Restarts',
  },
  spurious: {
    name: phrase('Spurious solution'),
    meaning: phrase(
      'A solution in which a component holds too few rows or is a sliver, so that its height is an artefact; it wins only where you let it.',
    ),
    formula: phrase('nₖ < max(2(d + 1), 0.02 n), or 1/30 as wide as the data in a direction'),
    source: 'McLachlan & Peel 2000, section 3.10',
    place: 'Restarts',
  },
  saddle: {
    name: phrase('Saddle'),
    meaning: phrase('Two components coincide: no maximum, for EM never parts exact twins.'),
    source: 'McLachlan & Peel 2000',
    place: 'Restarts',
  },
  emptied: {
    name: phrase('Emptied component'),
    meaning: phrase(
      'A component that holds less than one row: the solution has fewer components than asked for.',
    ),
    formula: 'nₖ < 1',
    place: 'Restarts',
  },
  unfinished: {
    name: phrase('Unfinished solution'),
    meaning: phrase(
      'All the restarts that came to it were stopped before they had converged: it may still climb.',
    ),
    place: 'Restarts',
  },
  'set-aside': {
    name: phrase('Set aside'),
    meaning: phrase(
      'Listed, but not taken as best however high: a spurious solution, a saddle, or one with an emptied component.',
    ),
    place: 'Models/grid',
  },
  collapsed: {
    name: phrase('Collapsed restart'),
    also: phrase('singular'),
    meaning: phrase(
      'A component shrank on to so few or such flat rows that its likelihood has no bound; the restart is listed with the reason and never wins.',
    ),
    source: 'McLachlan & Peel 2000, section 3.10',
    place: 'Restarts',
  },
  race: {
    name: phrase('Race'),
    also: phrase('dropped, successive halving'),
    meaning: phrase(
      'All restarts run a little, then the lower half is dropped, three times over: quicker, with fewer hits to count.',
    ),
    source: 'Jamieson & Talwalkar 2016',
    place: 'settings',
  },
  initialisation: {
    name: phrase('Initialisation'),
    also: phrase('k-means, k-means++, short runs, emEM, random rows, hierarchical'),
    meaning: phrase(
      'How a restart gets its first parameters; the mixed one deals the restarts round several ways.',
    ),
    source: 'Biernacki, Celeux & Govaert 2003; Arthur & Vassilvitskii 2007',
    place: 'settings',
  },
  refinement: {
    name: phrase('Refinement'),
    also: phrase('swap, split, merge'),
    meaning: phrase(
      'A try to improve a solution by moving, splitting or merging components and climbing again; no independent start, so no hit.',
    ),
    source: 'Ueda et al. 2000; Zhao et al. 2012',
    place: 'settings',
  },
  seed: {
    name: phrase('Seed'),
    meaning: phrase(
      'The number that all random choices follow from: the same seed gives the same result to the bit, whatever the threads.',
    ),
    place: 'settings',
  },
  unseen: {
    name: phrase('Chance of something new'),
    also: 'Good–Turing',
    meaning: phrase(
      'The estimated chance that one more restart reaches a solution that none has reached: the share of restarts that were alone in theirs.',
    ),
    formula: 'n₁ / n',
    source: 'Good 1953',
    place: 'Restarts',
  },
  regularisation: {
    name: phrase('Regularisation'),
    also: phrase('ridge, reg_covar'),
    meaning: phrase(
      'A little variance added to every component in every column, so that none can shrink to nothing.',
    ),
    formula: phrase('Σₖ + X · diag(column variances)'),
    place: 'settings',
  },
  prior: {
    name: phrase('Conjugate prior'),
    meaning: phrase(
      'A weak belief about means and covariances that keeps small components from collapsing; mclust’s defaults.',
    ),
    source: 'Fraley & Raftery 2007',
    place: 'settings',
  },
  'eigenvalue-ratio': {
    name: phrase('Eigenvalue ratio'),
    meaning: phrase(
      'A bound on how much wider the widest direction of any component may be than the narrowest, as variances.',
    ),
    source: 'García-Escudero et al. 2008',
    place: 'settings',
  },
  acceleration: {
    name: 'SQUAREM',
    also: phrase('acceleration'),
    meaning: phrase(
      'Longer steps where EM is slow, kept only where they do not lose, and finished by plain EM.',
    ),
    source: 'Varadhan & Roland 2008',
    place: 'settings',
  },
} satisfies Record<string, WrittenTerm>
