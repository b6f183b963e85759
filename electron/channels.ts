/** What the page may ask of the main process, through the preload only. */
export const REQUEST = {
  chooseFile: 'basin:choose-file',
  grantDropped: 'basin:grant-dropped',
  chooseTarget: 'basin:choose-target',
  targetBeside: 'basin:target-beside',
  printPage: 'basin:print-page',
  initialFile: 'basin:initial-file',
  state: 'basin:state',
  notify: 'basin:notify',
  newWindow: 'basin:new-window',
  allowUpdates: 'basin:allow-updates',
  restartEngine: 'basin:restart-engine',
  connect: 'basin:connect',
} as const

/** What the main process tells the page. */
export const NOTICE = {
  port: 'basin:port',
  openFile: 'basin:open-file',
  command: 'basin:command',
  engineGone: 'basin:engine-gone',
  updateReady: 'basin:update-ready',
} as const
