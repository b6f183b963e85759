import type { Component } from 'vue'
import { say } from '../../../../contract/words/say.ts'
import { CHAPTER_IDS, GUIDE_CHAPTERS, type ChapterId } from '../../../format/guide/chapters.ts'
import type { SearchedChapter } from './find-in-guide.ts'

interface ChapterModule extends Pick<SearchedChapter, 'title' | 'sections'> {
  default: Component
}

export interface GuidePage extends SearchedChapter {
  component: Component
}

/** Rendered when the page was built: `build/guide-plugin.ts`. */
const modules = {
  ...import.meta.glob<ChapterModule>('../../../../docs/guide/*.md', { eager: true }),
  ...import.meta.glob<ChapterModule>(
    '../../../../docs/{crabs,import,numerics,scripts,file-formats,command-line}.md',
    { eager: true },
  ),
}

const PAGES: readonly GuidePage[] = CHAPTER_IDS.flatMap((id) => {
  const found = Object.entries(modules).find(([path]) => path.endsWith(`/${id}.md`))?.[1]
  return found === undefined
    ? []
    : [{ id, title: found.title, sections: found.sections, component: found.default }]
})

const isOwn = (id: ChapterId) => (GUIDE_CHAPTERS as readonly ChapterId[]).includes(id)

/** The contents, in their order. */
export const PARTS = [
  { name: say('Guide'), pages: PAGES.filter(({ id }) => isOwn(id)) },
  { name: say('Reference'), pages: PAGES.filter(({ id }) => !isOwn(id)) },
]

export { PAGES }
