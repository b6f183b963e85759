import type { Initialisation, InitialisationChoice, Refinement, Scaling } from '../../core/mixture/types.ts'
import { isRefinement } from '../refinement.ts'
import type { ColumnType, RestartView, SolutionView, Warning } from '../views.ts'
import { hear } from './hear.ts'
import { say } from './say.ts'

/** Starts as they are offered, and refinements by what they do. */
export const INITIALISATION_NAMES: Record<Initialisation | InitialisationChoice, string> = {
  mixed: say('Mixed'),
  'kmeans++': say('k-means++ centres'),
  kmeans: 'k-means',
  'random-rows': say('Random rows'),
  'random-responsibilities': say('Random responsibilities'),
  'short-runs': say('Short runs'),
  hierarchical: say('Hierarchical'),
  split: say('Split of a smaller solution'),
  swap: say('Swap in a solution'),
  'split-merge': say('Split and merge in a solution'),
  simpler: say('Solution of a simpler model'),
  given: say('Your own start'),
}
/** Shorter, for the heads of narrow columns. */
export const INITIALISATION_HEADS: typeof INITIALISATION_NAMES = {
  ...INITIALISATION_NAMES,
  'kmeans++': 'k-means++',
}

/** As they are offered. */
export const SCALING_NAMES: Record<Scaling, string> = {
  none: say('None'),
  standardise: say('Standardise (mean and standard deviation)'),
  robust: say('Robust (median and quartiles)'),
}

/** How a restart stands, in a word. */
export const STATE_NAMES: Record<RestartView['state'], string> = {
  waiting: say('waiting'),
  running: say('running'),
  converged: say('converged'),
  'iteration-limit': say('iteration limit'),
  collapsed: say('collapsed'),
  dropped: say('dropped'),
  stopped: say('stopped'),
}

/** What a state means, where the word alone does not say it. */
export const STATE_MEANINGS: Partial<Record<RestartView['state'], string>> = {
  'iteration-limit': say('It had not converged when it reached the iteration limit.'),
  dropped: say('Given up early: it lagged behind other restarts.'),
}

/** What a column holds, in a word. */
export const TYPE_NAMES: Record<ColumnType, string> = {
  numeric: say('number'),
  text: say('text'),
  date: say('date'),
  boolean: say('yes/no'),
  identifier: say('identifier'),
}

/** By the name that settings use. */
export const ENCODING_NAMES: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
}

/** By the character itself. */
export const DELIMITER_NAMES: Record<string, string> = {
  ',': say('comma'),
  ';': say('semicolon'),
  '\t': say('tab'),
  '|': say('bar |'),
  ' ': say('space'),
}

/** The letter of a solution: the last part of `VVV-3-A`. */
export function solutionLetter(id: string): string {
  return id.slice(id.lastIndexOf('-') + 1)
}

/** A restart as the person counts them, from 1: restart 4; or as what it did to a solution: swap 4; or as the person's own. */
export function restartLabel({ id, index, initialisation, manual }: Named): string {
  if (manual === true) return say('own restart {number}', { number: index + 1 })
  if (!isRefinement(initialisation)) return say('restart {number}', { number: index + 1 })
  const last = /\d+$/.exec(id)?.[0] ?? '0'
  return refinementLabel(initialisation, Number(last) + 1)
}

function refinementLabel(refinement: Refinement, number: number): string {
  switch (refinement) {
    case 'split':
      return say('split {number}', { number })
    case 'swap':
      return say('swap {number}', { number })
    case 'split-merge':
      return say('split and merge {number}', { number })
    case 'simpler':
      return say('simpler model {number}', { number })
  }
}

/** What found a solution without hits: a refinement, or a start of the person's own. */
export function finderWord(solution: Pick<SolutionView, 'restarts'>): string {
  return isOfOwnStart(solution) ? say('own start') : say('refined')
}

/** Whether a solution without hits was found from a start of the person's own, not by a refinement. */
export function isOfOwnStart({ restarts }: Pick<SolutionView, 'restarts'>): boolean {
  return /-given-\d+$/.test(restarts[0] ?? '')
}

/** The codes of a solution's warnings, in one line, without the one that its hits tell. */
export function warningCodes(warnings: readonly Pick<Warning, 'code'>[]): string {
  const codes = warnings.map(({ code }) => code).filter((code) => code !== 'found-by-refinement')
  return [...new Set(codes)].join(', ')
}

/** Why a restart has no clusters to show, in a sentence. */
export function whyNoClusters({ state, reason = '' }: Pick<RestartView, 'state' | 'reason'>): string {
  if (state === 'waiting' || state === 'running')
    return say('This restart has not ended yet: its clusters appear when it has.')
  if (state === 'stopped') return say('This restart was stopped before it had any clusters.')
  return [say('This restart has no clusters.'), ...(reason === '' ? [] : [hear(reason)])].join(' ')
}

/** A restart in words: solution A (restart 4), or restart 4 where it is part of none. */
export function restartName(restart: Named & Pick<RestartView, 'solution'>): string {
  const label = restartLabel(restart)
  if (restart.solution === null) return label
  return say('solution {letter} ({restart})', { letter: solutionLetter(restart.solution), restart: label })
}

type Named = Pick<RestartView, 'id' | 'index' | 'initialisation' | 'manual'>
