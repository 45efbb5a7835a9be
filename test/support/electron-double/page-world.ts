/** What runs beside the page before it loads: the shell's own preload script, unchanged, in a world of its own, with a double of `electron`. */
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'

/** Node's side of it is called by this name there, and calls the page's by the other. */
export const SEND = '__electronDoubleSend'
export const HEAR = '__electronDoubleHear'

/** One of our own files as plain script text, to be run in a page. */
const asScript = (file: string) =>
  stripTypeScriptTypes(readFileSync(join(import.meta.dirname, file), 'utf8')).replaceAll(/^export /gm, '')

/** What the page's side says. Ports go by numbers that are the page's own. */
export type FromPage =
  | { kind: 'post'; channel: string; message: string; ports: number[] }
  | { kind: 'text'; port: number; text: string }
  | { kind: 'end'; port: number }
  | { kind: 'failed'; error: string }

/** The script to run in every new document: a preload runs in the top frame only, as Electron has it. */
export function pageWorld(preload: string): string {
  return `if (window === window.top) (() => {
    ${asScript('strict.ts')}
    ${asScript('clone.ts')}
    const ports = new Map()
    let line = Promise.resolve()
    const say = (told) => globalThis.${SEND}(JSON.stringify(told))
    const carry = (port) => {
      const number = ports.size + 1
      ports.set(number, port)
      port.onmessage = (event) => {
        const text = writeClone(event.data)
        line = line.then(async () => say({ kind: 'text', port: number, text: await text }))
      }
      port.onclose = () => void (line = line.then(() => say({ kind: 'end', port: number })))
      return number
    }
    const ipcRenderer = strict('ipcRenderer', {
      postMessage(channel, message, transfer = []) {
        const text = writeClone(structuredClone(message))
        const numbers = transfer.map(carry)
        line = line.then(async () => say({ kind: 'post', channel, message: await text, ports: numbers }))
      },
    })
    globalThis.${HEAR} = (number, text) => {
      const port = ports.get(number)
      if (text === null) port.close()
      else port.postMessage(readClone(text))
    }
    const module = { exports: {} }
    const require = (name) => {
      if (name === 'electron') return strict('electron', { ipcRenderer })
      throw new Error('A sandboxed preload cannot require ' + name)
    }
    try {
      ;((require, module, exports) => {
        ${preload}
      })(require, module, module.exports)
    } catch (error) {
      say({ kind: 'failed', error: String(error.stack) })
    }
  })()`
}
