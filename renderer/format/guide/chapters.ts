/** The chapters of the user guide, in its order: each a file of `docs/guide` by that name. */
export const GUIDE_CHAPTERS = [
  'start',
  'opening',
  'settings',
  'landscape',
  'choosing',
  'certainty',
  'comparing',
  'exporting',
  'sessions',
  'keyboard',
  'troubleshooting',
  'limits',
] as const

/** Documents beside it that a person looks things up in. */
export const GUIDE_REFERENCE = [
  'crabs',
  'import',
  'numerics',
  'scripts',
  'file-formats',
  'command-line',
] as const

export type ChapterId = (typeof GUIDE_CHAPTERS)[number] | (typeof GUIDE_REFERENCE)[number]

export const CHAPTER_IDS: readonly ChapterId[] = [...GUIDE_CHAPTERS, ...GUIDE_REFERENCE]

export const isChapter = (id: string): id is ChapterId => (CHAPTER_IDS as readonly string[]).includes(id)

/** Where in the guide something is said. */
export interface GuidePlace {
  chapter: ChapterId
  /** The address of a heading within it; empty for its beginning. */
  section: string
}

/** The id of the element that a place in the guide begins with. */
export const placeElementId = ({ chapter, section }: GuidePlace): string =>
  `guide-${chapter}${section === '' ? '' : `-${section}`}`
