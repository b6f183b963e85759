/** A colour on light and on dark ground. */
export interface Colour {
  readonly light: string
  readonly dark: string
}

/**
 * Of clusters: after Okabe & Ito 2008, reordered, and lightened for dark grounds; yellow is darkened on light ones. They repeat
 * after the last; a number or a shape tells clusters for certain.
 */
export const CLUSTER_COLOURS: readonly Colour[] = [
  { light: '#0072b2', dark: '#4ba6e6' },
  { light: '#d55e00', dark: '#ff8a47' },
  { light: '#009e73', dark: '#2dc99c' },
  { light: '#c2579b', dark: '#e89bca' },
  { light: '#a88300', dark: '#e8c940' },
  { light: '#56b4e9', dark: '#a5dcff' },
  { light: '#6a4fb3', dark: '#ab92ee' },
  { light: '#6f6f6f', dark: '#bdbdbd' },
]

/** Of rows that belong to no cluster. */
export const NOISE_COLOUR: Colour = { light: '#8a8a8a', dark: '#989ca3' }

/**
 * Of solutions, the best first: from plum to khaki, each step nearer to the ground: told apart by lightness alone, and not taken for
 * clusters. They repeat after the last; its letter tells a solution for certain.
 */
export const SOLUTION_COLOURS: readonly Colour[] = [
  { light: '#4a1080', dark: '#dcc2ff' },
  { light: '#b32d80', dark: '#ec8ccb' },
  { light: '#e0584f', dark: '#e8667a' },
  { light: '#dd8f3e', dark: '#bd6c33' },
  { light: '#b9ab5c', dark: '#82723a' },
]

/** Of a solution that is set aside. */
export const ASIDE_COLOUR: Colour = { light: '#8a929e', dark: '#7c8594' }
