import { app, dialog, protocol } from 'electron'
import { createArrivals } from './arrivals.ts'
import { filesFromArguments } from './argv.ts'
import { openDesktop } from './desktop.ts'
import { reportFailures } from './failures.ts'
import { registerScheme } from './scheme.ts'
import { lockApp } from './security.ts'

const files = filesFromArguments(process.argv, app.isPackaged, process.cwd())
const arrivals = createArrivals(files)

reportFailures(dialog)
lockApp(app)
registerScheme(protocol)
app.on('open-file', (event, path) => {
  event.preventDefault()
  arrivals.arrived(path)
})
app.setAppUserModelId('app.basin.desktop')
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit()
})

if (app.requestSingleInstanceLock({ files }))
  void app.whenReady().then(() => openDesktop(arrivals, import.meta.dirname))
else app.quit()
