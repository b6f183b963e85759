import type { ChapterId, GuidePlace } from '../../../format/guide/chapters.ts'

/** A stretch of a chapter under one heading. */
export interface GuideSection {
  anchor: string
  heading: string
  text: string
}

export interface SearchedChapter {
  id: ChapterId
  title: string
  sections: readonly GuideSection[]
}

export interface GuideFinding extends GuidePlace {
  title: string
  heading: string
  /** The words around the first one found. */
  excerpt: string
}

const BEFORE = 40
const EXCERPT = 140

/** The sections that hold every word typed: those with all of them in the heading first, then in the order of the guide. */
export function findInGuide(chapters: readonly SearchedChapter[], typed: string): GuideFinding[] {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const holds = (text: string) => words.every((word) => fold(text).includes(word))
  return chapters
    .flatMap(({ id, title, sections }) =>
      sections
        .filter(({ heading, text }) => holds(`${heading} ${text}`))
        .map(({ anchor, heading, text }) => ({
          finding: { chapter: id, section: anchor, title, heading, excerpt: excerptOf(text, words) },
          rank: holds(heading) ? 0 : 1,
        })),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ finding }) => finding)
}

function excerptOf(text: string, words: readonly string[]): string {
  const folded = fold(text)
  const at = Math.max(0, Math.min(...words.map((word) => folded.indexOf(word)).filter((each) => each >= 0)))
  const from = Number.isFinite(at) && at > BEFORE ? text.indexOf(' ', at - BEFORE) + 1 : 0
  const to = from + EXCERPT
  const cut = to < text.length ? `${text.slice(from, text.lastIndexOf(' ', to))}…` : text.slice(from)
  return from > 0 ? `…${cut}` : cut
}

/** As long as the text was, so that places in it are places in the text. */
const fold = (text: string) =>
  [...text]
    .map((letter) => {
      const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
      return plain.length === letter.length ? plain : letter
    })
    .join('')
