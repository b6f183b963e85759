import type { Catalogue } from '../words/say.ts'
import a from './de/a.json' with { type: 'json' }
import b from './de/b.json' with { type: 'json' }
import c from './de/c.json' with { type: 'json' }
import d from './de/d.json' with { type: 'json' }
import e from './de/e.json' with { type: 'json' }
import f from './de/f.json' with { type: 'json' }
import v from './de/v.json' with { type: 'json' }
import w from './de/w.json' with { type: 'json' }
import x from './de/x.json' with { type: 'json' }
import y from './de/y.json' with { type: 'json' }

/** Every message of Basin in German. */
export const german: Catalogue = { ...a, ...b, ...c, ...d, ...e, ...f, ...v, ...w, ...x, ...y }
