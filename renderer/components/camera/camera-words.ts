/** What a person is told about the camera: what it does, or why it does nothing and what they can do about it. */
import type { CameraState, CameraError } from './camera.ts'

export type Sign = 'camera' | 'lock' | 'none' | 'plug' | 'moon'
/** `again`: the words on the button for starting it; null where that would not help. */
type Words = { sign: Sign; warn: boolean; title: string; help: string; again: string | null }

const plain = (sign: Sign, title: string, help: string, again: string | null = null): Words => ({
  sign,
  warn: false,
  title,
  help,
  again,
})
const error = (sign: Sign, title: string, help: string, again: string | null = 'Try again'): Words => ({
  sign,
  warn: true,
  title,
  help,
  again,
})

/** The same object for the same state, so that what has not changed is not said twice. */
const ON = plain('camera', 'Camera is on.', 'Hold a badge before it.')
const DARK = plain('camera', 'The camera sends no picture.', 'Is its cover closed, or its switch off?')
const STARTING = plain('camera', 'Starting the camera…', 'If the browser asks whether it may, press Allow.')
const RESTING = plain('moon', 'The camera is resting', 'It goes on at the next touch, key or scan.', 'Wake the camera')
/** The program that reads codes could not be loaded. */
export const BROKEN = error(
  'none',
  'The camera cannot read codes just now',
  'Load this page again. Scanners and the search work as before.',
  null,
)

const REFUSED = 'The camera is not allowed'
const REFUSED_IN_BROWSER = error(
  'lock',
  REFUSED,
  'Press the sign beside the address at the top, set Camera to Allow, then try again. Where there is none, allow it in the tablet’s own privacy settings.',
)
const REFUSED_IN_APP = error(
  'lock',
  REFUSED,
  'Open this tablet’s settings, find Camera under Privacy, and allow it for apps. Then try again.',
)
const TROUBLES: Record<Exclude<CameraError, 'refused'>, Words> = {
  none: error(
    'none',
    'No camera was found',
    'Plug one in, and it starts by itself. Until then use a scanner, or search by name.',
  ),
  'in-use': error(
    'camera',
    'Another program is using the camera',
    'Close it there (a video call, perhaps). It goes on here by itself.',
  ),
  unplugged: error('plug', 'The camera was unplugged', 'Plug it in again, and it goes on by itself.'),
  insecure: error(
    'lock',
    'The camera is not to be had on this page',
    'Browsers give it only to a safe address. Open this station through the link that was printed when it started.',
    null,
  ),
  failed: error(
    'none',
    'The camera did not start',
    'Try again. If it happens once more, unplug it and plug it in, or restart this tablet.',
  ),
}

/** `desktop`: in the app of its own, where no address bar is. */
export function wordsFor(shown: CameraState | { phase: 'resting' }, desktop: boolean): Words {
  switch (shown.phase) {
    case 'asking':
      return STARTING
    case 'on':
      return shown.dark ? DARK : ON
    case 'off':
    case 'resting':
      return RESTING
    case 'trouble':
      if (shown.error !== 'refused') return TROUBLES[shown.error]
      return desktop ? REFUSED_IN_APP : REFUSED_IN_BROWSER
  }
}
