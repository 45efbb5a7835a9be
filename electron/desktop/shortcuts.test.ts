import { describe, expect, test } from 'vitest'
import { isShutOut } from './shortcuts.ts'

/** `Ctrl+Shift+I` as Electron says it, on a British keyboard. */
function press(words: string) {
  const parts = words.split('+').map((part) => (part === 'Plus' ? '+' : part === 'Space' ? ' ' : part))
  const key = parts.at(-1) ?? ''
  return {
    key: /^[A-Z]$/.test(key) ? key.toLowerCase() : key,
    code: /^[A-Z]$/.test(key) ? `Key${key}` : key,
    control: parts.includes('Ctrl'),
    meta: parts.includes('Cmd'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
  }
}

describe('somebody looks for a way out of the tablet', () => {
  test.each(
    (
      'Alt+F4 Ctrl+F4 Ctrl+Q Ctrl+W Ctrl+Shift+W Cmd+Q Cmd+W Cmd+H Cmd+M Ctrl+R Ctrl+Shift+R Cmd+R F5 Ctrl+F5 Shift+F5 ' +
      'F11 F12 Ctrl+Shift+I Ctrl+Shift+J Ctrl+Shift+C Cmd+Alt+I Ctrl+N Ctrl+T Ctrl+O Ctrl+S Ctrl+U Ctrl+P Ctrl+F ' +
      'Ctrl+Plus Ctrl+- Ctrl+0 Ctrl+= Alt+Space Alt+ArrowLeft Alt+ArrowRight Alt+Home BrowserBack BrowserRefresh F1 F10'
    ).split(' '),
  )('%s is not heard', (words) => {
    expect(isShutOut(press(words))).toBe(true)
  })

  test.each(
    'Q R A Shift+R Enter Tab Shift+Tab Escape ArrowLeft Space Backspace Ctrl+A Ctrl+C Ctrl+V Ctrl+X Ctrl+Z Ctrl+J Ctrl+Enter F2 Home Ctrl+ArrowLeft Alt'.split(
      ' ',
    ),
  )('%s works, for typing, the keyboard and the scanner', (words) => {
    expect(isShutOut(press(words))).toBe(false)
  })

  test('a keyboard of another script has no way out either', () => {
    expect(isShutOut({ ...press('Ctrl+Q'), key: 'й' })).toBe(true)
  })

  test('what is written with AltGr can be written', () => {
    // On a German keyboard AltGr and Q write the at sign of an e-mail address.
    expect(isShutOut({ key: '@', code: 'KeyQ', control: true, alt: true, meta: false, shift: false })).toBe(false)
  })
})
