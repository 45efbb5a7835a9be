/** The preload: passes one message port from the page to the main process, and exposes nothing. */
import { ipcRenderer } from 'electron'
import { PORT_CHANNEL } from './channel.ts'

let passed = false

window.addEventListener('message', (event) => {
  const [port] = event.ports
  if (passed || event.source !== window || event.data !== PORT_CHANNEL || port === undefined) return
  passed = true
  ipcRenderer.postMessage(PORT_CHANNEL, null, [port])
})
