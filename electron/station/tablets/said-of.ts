/** What people are told of a bundle that was not opened, with what to do. */
import type { BundleProblem } from '../../transfer/index.ts'

const SAID: Readonly<Record<BundleProblem, string>> = {
  'no-bundle': 'This is no file of a tablet. Its name ends in “.bundle”, and a tablet wrote it.',
  newer: 'A newer version of Pledge Kiosk wrote it. Install the newer version on this tablet, then try again.',
  'other-event': 'It is of another event. Nothing was taken in.',
  'for-another': 'It is for another tablet, which alone can open it. Bring it there.',
  damaged: 'It was damaged on its way. Nothing was taken in: write it again on the tablet that it comes from.',
  'too-large': 'It says that it holds more than any event does. Nothing was taken in.',
  forged:
    'No tablet of this event wrote it as it is. Nothing was taken in: write it again on the tablet that it comes from.',
}

export const saidOf = (problem: BundleProblem): string => SAID[problem]
