import { describe, expect, it } from 'vitest'
import { findInGuide, type SearchedChapter } from './find-in-guide.ts'

const section = (heading: string, text: string) => ({ anchor: heading.toLowerCase(), heading, text })
const CHAPTERS: SearchedChapter[] = [
  {
    id: 'opening',
    title: 'Opening',
    sections: [
      section('Opening', 'Press Open, and look for the décimal mark.'),
      section('Roles', 'A weight counts.'),
    ],
  },
  {
    id: 'settings',
    title: 'Settings',
    sections: [section('Weights', `${'Much is said before. '.repeat(9)}Here is the decimal mark at last.`)],
  },
]

describe('the search of the guide', () => {
  it('finds the sections that hold every word, whatever its case and accents', () => {
    expect(findInGuide(CHAPTERS, 'DECIMAL mark').map(({ chapter }) => chapter)).toEqual([
      'opening',
      'settings',
    ])
    expect(findInGuide(CHAPTERS, 'decimal weight').map(({ chapter }) => chapter)).toEqual(['settings'])
    expect(findInGuide(CHAPTERS, 'zebra')).toEqual([])
  })

  it('names a section with the words in its heading first', () => {
    expect(findInGuide(CHAPTERS, 'weight').map(({ heading }) => heading)).toEqual(['Weights', 'Roles'])
  })

  it('shows the words around the first that was found', () => {
    const [, far] = findInGuide(CHAPTERS, 'decimal')
    expect(far?.excerpt).toMatch(/^….*said before\. Here is the decimal mark at last\.$/)
    const [near] = findInGuide(CHAPTERS, 'press')
    expect(near?.excerpt).toBe('Press Open, and look for the décimal mark.')
  })

  it('finds nothing where nothing is typed', () => {
    expect(findInGuide(CHAPTERS, '  ')).toEqual([])
  })
})
