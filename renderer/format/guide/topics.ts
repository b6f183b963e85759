import { ERROR_CODES, type ErrorCode } from '../../../contract/errors.ts'
import type { GuidePlace } from './chapters.ts'

/** What a view, a warning or a field has to say more about than fits beside it. */
export type GuideTopic =
  | 'reading'
  | 'before-running'
  | 'enough'
  | 'collapsed'
  | 'how-many'
  | 'merging'
  | 'likelihood-ratio'
  | 'uncertainty'
  | 'stability'
  | 'exporting'

const at = (chapter: GuidePlace['chapter'], section = ''): GuidePlace => ({ chapter, section })

const TOPICS: Readonly<Record<GuideTopic, GuidePlace>> = {
  reading: at('opening', 'what-basin-decides-and-how-you-change-it'),
  'before-running': at('settings', 'before-running'),
  enough: at('landscape', 'have-i-run-enough'),
  collapsed: at('troubleshooting', 'most-restarts-collapsed'),
  'how-many': at('choosing', 'how-many-clusters'),
  merging: at('choosing', 'components-and-clusters'),
  'likelihood-ratio': at('choosing', 'one-component-more'),
  uncertainty: at('certainty', 'how-sure-is-the-cluster-of-a-row'),
  stability: at('certainty', 'would-other-rows-give-the-same-clusters'),
  exporting: at('exporting'),
}

export const guidePlace = (topic: GuideTopic): GuidePlace => TOPICS[topic]

/** What to do about a failure. */
export const troublePlace = (code: ErrorCode): GuidePlace => at('troubleshooting', code)

/** Every place that the interface leads to. */
export const GUIDE_LINKS: readonly GuidePlace[] = [...Object.values(TOPICS), ...ERROR_CODES.map(troublePlace)]
