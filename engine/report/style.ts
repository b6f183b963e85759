import {
  ASIDE_COLOUR,
  CLUSTER_COLOURS,
  NOISE_COLOUR,
  SOLUTION_COLOURS,
  type Colour,
} from '../../contract/colours.ts'

/** A colour of a page that follows the system's theme. */
type Shade = Pick<Colour, 'light' | 'dark'>

const COLOURS: [string, Shade][] = [
  ...CLUSTER_COLOURS.map((colour, at): [string, Shade] => [`c${at}`, colour]),
  ...SOLUTION_COLOURS.map((colour, at): [string, Shade] => [`s${at}`, colour]),
  ['noise', NOISE_COLOUR],
  ['aside', ASIDE_COLOUR],
  ['ground', { light: '#ffffff', dark: '#16181c' }],
  ['text', { light: '#1d2129', dark: '#e6e9ee' }],
  ['muted', { light: '#5c6470', dark: '#9aa4b2' }],
  ['line', { light: '#d9dde3', dark: '#363b45' }],
  ['accent', { light: '#0b62c4', dark: '#5aa9ff' }],
]
const variables = (theme: keyof Shade) =>
  COLOURS.map(([name, colour]) => `--${name}:${colour[theme]}`).join(';')
const classes = COLOURS.slice(0, -5)
  .map(([name]) => `.${name}{--own:var(--${name})}`)
  .join('')

/** The look of a report: of the system's theme on a screen, always light on paper. */
export const STYLE = `
:root{color-scheme:light;${variables('light')}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${variables('dark')}}}
${classes}
*{box-sizing:border-box}
body{margin:0 auto;padding:24px 24px 64px;max-width:820px;background:var(--ground);color:var(--text);font:14px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;overflow-wrap:break-word}
h1{margin:0 0 4px;font-size:24px;line-height:1.25}
h2{margin:40px 0 8px;padding-top:12px;border-top:1px solid var(--line);font-size:18px}
h3{margin:24px 0 4px;font-size:15px}
p,ul,dl,figure{margin:8px 0}
ul{padding-left:20px}
li{margin:2px 0}
a{color:var(--accent)}
header p{margin:2px 0;color:var(--muted)}
nav ul{display:flex;flex-wrap:wrap;gap:0 16px;padding:0;list-style:none}
.summary{font-size:15px}
dl{display:grid;grid-template-columns:minmax(96px,max-content) minmax(0,1fr);gap:2px 16px}
dt{color:var(--muted)}
dd{margin:0}
.words{display:block}
.words dt{margin-top:8px;color:var(--text);font-weight:600}
.formula{color:var(--muted);white-space:nowrap}
.scroll{overflow-x:auto;margin:16px 0}
table{border-collapse:collapse;min-width:50%;font-size:13px;font-variant-numeric:tabular-nums}
caption{padding-bottom:4px;text-align:left;font-weight:600}
th,td{padding:3px 14px 3px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{color:var(--muted);font-weight:500;vertical-align:bottom}
tbody th{font-weight:500}
th.number,td.number{text-align:right}
#choices td:last-child{width:60%}
td.number{white-space:nowrap}
.matrices>.scroll{display:inline-block;margin:8px 32px 8px 0;vertical-align:top}
.matrices table{font-size:12px;min-width:0}
.matrices i{color:var(--muted)}
code,pre{font:12px/1.5 ui-monospace,'Cascadia Mono',Menlo,Consolas,monospace}
code{overflow-wrap:anywhere}
pre{overflow-x:auto;padding:8px 12px;border:1px solid var(--line);white-space:pre-wrap}
.references{padding:0;list-style:none}
.references li{margin:4px 0;padding-left:20px;text-indent:-20px}
.key{display:inline-block;forced-color-adjust:none;width:10px;height:10px;margin-right:6px;background:var(--own);-webkit-print-color-adjust:exact;print-color-adjust:exact}
figure{margin:16px 0}
svg{display:block;width:100%;height:auto}
svg text{fill:var(--text);font:11px system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif}
figcaption{color:var(--muted);font-size:13px}
.grid path{stroke:var(--line);fill:none}
.ticks text{fill:var(--muted)}
.mark{fill:var(--own,var(--muted))}
.curve{fill:none;stroke:var(--own,var(--muted));stroke-opacity:.75}
.rows{fill:var(--own);fill-opacity:.6}
.rows.noise{fill:none;stroke:var(--noise)}
.ellipse{fill:none;stroke:var(--own);stroke-width:1.5}
.badge path{fill:var(--ground);stroke:var(--own);stroke-width:2}
.badge text,.component text{font-weight:600}
.bars{fill:var(--line)}
.component .curve{stroke-width:2;stroke-opacity:1}
.sum{fill:none;stroke:var(--text);stroke-dasharray:4 3}
.leading .curve{stroke:var(--accent);stroke-width:2;stroke-opacity:1}
.leading .mark{fill:var(--accent)}
.leading text{font-weight:600}
text.end{font-weight:600;paint-order:stroke;stroke:var(--ground);stroke-width:3px}
.leader{stroke:var(--line);fill:none}
.ring{fill:none;stroke:var(--accent);stroke-width:2}
footer{margin-top:40px;padding-top:12px;border-top:1px solid var(--line);color:var(--muted)}
@page{margin:16mm 14mm;@bottom-right{content:counter(page) ' / ' counter(pages);font:8.5pt system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;color:#5c6470}}
@media print{
body{max-width:none;padding:0;font-size:10.5pt}
nav,.model{display:none}
p{orphans:3;widows:3}
h2,h3,dt,h3+p{break-after:avoid}
h2+p,figure,dl:not(.words),tr,dt,dd,li,.summary,.methods,.short,.matrices>.scroll{break-inside:avoid}
caption,thead{break-after:avoid}
.scroll{overflow:visible}
table{font-size:9pt}
th,td{padding-right:10px}
pre{font-size:8.5pt}
a{color:inherit;text-decoration:none}
svg{max-height:150mm}
.mark,.rows,.curve,.ellipse{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`
