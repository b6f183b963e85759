/** A colour (#rrggbb) on light and on dark ground, and once more of each with 4.5:1 or more against white and black. */
export interface Colour {
  readonly light: string
  readonly dark: string
  readonly 'contrast-light': string
  readonly 'contrast-dark': string
}

/**
 * Of clusters: after Okabe & Ito 2008, reordered, and lightened for dark grounds; yellow is darkened on light ones. They repeat
 * after the last; a number or a shape tells clusters for certain.
 */
export const CLUSTER_COLOURS: readonly Colour[] = [
  { light: '#0072b2', dark: '#4ba6e6', 'contrast-light': '#00518f', 'contrast-dark': '#66bdff' },
  { light: '#d55e00', dark: '#ff8a47', 'contrast-light': '#a83c00', 'contrast-dark': '#ff9a5c' },
  { light: '#009e73', dark: '#2dc99c', 'contrast-light': '#006b4d', 'contrast-dark': '#3fe0b0' },
  { light: '#c2579b', dark: '#e89bca', 'contrast-light': '#8f2a6c', 'contrast-dark': '#ffb0dd' },
  { light: '#a88300', dark: '#e8c940', 'contrast-light': '#6b5300', 'contrast-dark': '#ffe14d' },
  { light: '#56b4e9', dark: '#a5dcff', 'contrast-light': '#0f78b4', 'contrast-dark': '#c4ecff' },
  { light: '#6a4fb3', dark: '#ab92ee', 'contrast-light': '#4b2f9e', 'contrast-dark': '#c2adff' },
  { light: '#6f6f6f', dark: '#bdbdbd', 'contrast-light': '#4a4a4a', 'contrast-dark': '#d6d6d6' },
]

/** Of rows that belong to no cluster. */
export const NOISE_COLOUR: Colour = {
  light: '#8a8a8a',
  dark: '#989ca3',
  'contrast-light': '#5e5e5e',
  'contrast-dark': '#b9bdc4',
}

/**
 * Of solutions, the best first: from plum to khaki, each step nearer to the ground: told apart by lightness alone, and not taken for
 * clusters. They repeat after the last; its letter tells a solution for certain.
 */
export const SOLUTION_COLOURS: readonly Colour[] = [
  { light: '#4a1080', dark: '#dcc2ff', 'contrast-light': '#3a0b66', 'contrast-dark': '#e6d4ff' },
  { light: '#b32d80', dark: '#ec8ccb', 'contrast-light': '#961f69', 'contrast-dark': '#ff9fdc' },
  { light: '#e0584f', dark: '#e8667a', 'contrast-light': '#b83227', 'contrast-dark': '#ff8095' },
  { light: '#dd8f3e', dark: '#bd6c33', 'contrast-light': '#935200', 'contrast-dark': '#f09a5e' },
  { light: '#b9ab5c', dark: '#82723a', 'contrast-light': '#6b5f14', 'contrast-dark': '#c9b878' },
]

/** Of a solution that is set aside. */
export const ASIDE_COLOUR: Colour = {
  light: '#8a929e',
  dark: '#7c8594',
  'contrast-light': '#595f69',
  'contrast-dark': '#a9b1be',
}
