/** The preload: passes one message port from the page to the main process, and exposes nothing. */
import { ipcRenderer } from 'electron'
import { PORT_CHANNEL } from './channel.ts'

const passOn = (event: MessageEvent) => {
  const [port] = event.ports
  if (event.source !== window || event.data !== PORT_CHANNEL || port === undefined) return
  window.removeEventListener('message', passOn)
  ipcRenderer.postMessage(PORT_CHANNEL, null, [port])
}
window.addEventListener('message', passOn)
