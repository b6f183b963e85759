import type { SampleView } from '../../../contract/views.ts'
import { say } from '../../../contract/words/say.ts'

type Words = Pick<SampleView, 'title' | 'description'>

/** The words of `samples.json`, which the engine reads in English, by the id of their sample. */
const WORDS: Readonly<Record<string, Words>> = {
  'old-faithful': {
    title: say('Old Faithful'),
    description: say(
      'Eruptions of a geyser and the wait for the next one. Two clear groups; with three components most restarts agree on a solution that is not the best.',
    ),
  },
  iris: {
    title: say('Iris'),
    description: say('Petals and sepals of three species. One species stands apart, two overlap.'),
  },
  crabs: {
    title: say('Rock crabs'),
    description: say(
      'Five lengths that all follow size. With four components of one shape, no start from k-means finds the best solution.',
    ),
  },
  'student-scores': {
    title: say('Student scores'),
    description: say(
      'Synthetic test scores driven by an effort that nobody wrote down. Find the hidden groups.',
    ),
  },
  vowels: {
    title: say('Vowels'),
    description: say('Synthetic formants of ten spoken vowels. Overlapping groups, many local maxima.'),
  },
  crescent: {
    title: say('Crescent'),
    description: say(
      'Synthetic: one crooked group and two round ones, named in the last column. A mixture needs five components; merge three of them.',
    ),
  },
}

/** What a sample is called and is about. */
export function sampleWords(sample: Words & Pick<SampleView, 'id'>): Words {
  return WORDS[sample.id] ?? sample
}
