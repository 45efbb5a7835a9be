/** The shortcuts a locked tablet does not hear: those that close, reload, leave full screen, zoom, or open something else. Pure. */
import type { Input } from 'electron'

type Press = Pick<Input, 'key' | 'code' | 'control' | 'meta' | 'alt' | 'shift'>

/** Heard with nothing held, and with anything held. */
const ALONE = new Set(
  'F1 F3 F5 F6 F7 F10 F11 F12 BrowserBack BrowserForward BrowserRefresh BrowserHome BrowserSearch BrowserFavorites'.split(
    ' ',
  ),
)

/**
 * With Control, or on a Mac with Command; Shift makes no difference. Close, quit, reload, hide and minimise; another window
 * or page, a file, what the page is made of, finding, printing past the app’s own button; zoom; the next page.
 */
const WITH_COMMAND = new Set('q w r h m F4 n t o s u p f g l d + - = _ 0 Tab PageUp PageDown'.split(' '))

/** DevTools, with Control and Shift, or with Command and Option. */
const TOOLS = new Set(['i', 'j', 'c', 'k'])

/** Close, the window’s own menu, and back and forth through pages. */
const WITH_ALT = new Set(['F4', ' ', 'Home', 'ArrowLeft', 'ArrowRight'])

/**
 * True for what a locked tablet must not hear. Letters count by what they write and by where they stand, so that a keyboard
 * of another script has no way out; where AltGr is held (Control and Alt on Windows) only by what they write.
 */
export function isShutOut({ key, code, control, meta, alt, shift }: Press): boolean {
  const names = [key.length === 1 ? key.toLowerCase() : key]
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined && !(control && alt)) names.push(letter.toLowerCase())
  if (code.startsWith('Numpad') && (control || meta)) {
    if (code === 'NumpadAdd') names.push('+')
    if (code === 'NumpadSubtract') names.push('-')
  }
  const isOneOf = (keys: ReadonlySet<string>) => names.some((name) => keys.has(name))
  if (isOneOf(ALONE)) return true
  if (alt && isOneOf(WITH_ALT)) return true
  if (!control && !meta) return false
  // Scanners end a badge with Control and J or M on some models; those two are line ends and lead nowhere.
  if (control && !meta && !shift && !alt && (names.includes('j') || names.includes('m'))) return false
  return isOneOf(WITH_COMMAND) || ((shift || alt) && isOneOf(TOOLS))
}
