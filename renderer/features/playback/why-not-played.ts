import { say } from '../../../contract/words/say.ts'
import type { RestartView } from '../../../contract/views.ts'
import { isUnderway } from '../../stores/ranking.ts'
import type { Track } from '../../stores/tracks.ts'
import { restartName, whyNoClusters } from '../../format/words.ts'

/** Why restarts on the screen are not played, a sentence each. */
export function whyNotPlayed(subjects: readonly RestartView[], tracks: readonly Track[]): string[] {
  return subjects.flatMap((restart) => {
    const name = restartName(restart)
    if (isUnderway(restart))
      return [say('{restart} has not ended yet: it can be played once it has.', { restart: capital(name) })]
    const failure = tracks.find((track) => track.restart === restart.id)?.failure
    return failure == null
      ? []
      : [
          `${say('{restart} cannot be played.', { restart: capital(name) })} ${failure.message} ${failure.remedy}`,
        ]
  })
}

/** Why there is nothing to play of the restart that is looked at. */
export function whyNothing(restart: RestartView | null): string {
  if (restart === null) return ''
  return isUnderway(restart) ? say('A restart can be played once it has ended.') : whyNoClusters(restart)
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
