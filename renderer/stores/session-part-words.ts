import { say } from '../../contract/words/say.ts'

/** Parts of a session are named in its file; what each is, for a person. */
const WORDS: Readonly<Record<string, string>> = {
  axes: say('axes'),
  'clusters and their names': say('clusters and their names'),
  clusters: say('clusters'),
  comparison: say('comparison'),
  consensus: say('consensus'),
  doubt: say('doubt'),
  'known label': say('known label'),
  looks: say('switches of the views'),
  merging: say('merging'),
  'model-grid': say('model-grid'),
  models: say('models'),
  playback: say('playback'),
  'ratio test': say('the test of one component more'),
  'selected rows': say('selected rows'),
  settings: say('settings'),
  'spurious ones': say('spurious ones'),
  stability: say('stability'),
  tables: say('tables'),
  views: say('views'),
  zoom: say('zoom'),
}

export function partWords(name: string): string {
  return WORDS[name] ?? name
}
