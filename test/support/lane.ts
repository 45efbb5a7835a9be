/** Which lane the tests run in: the usual one is the whole proof at the usual size, the long one is the same files at the long size. */

/** `npm run test:long` sets both. */
const asked = process.env['PLEDGE_KIOSK_LANE'] ?? 'usual'
if (asked !== 'usual' && asked !== 'long') throw new Error(`PLEDGE_KIOSK_LANE is “usual” or “long”, not “${asked}”.`)

export const isLong = asked === 'long'

/** What is done in this lane: `usual` small, `long` large, and nothing that only the long one does at all. */
export const inLane = <T>(usual: T, long: T): T => (isLong ? long : usual)

/** Where chance begins; the long lane draws and prints another at each run. A whole number below 2 to the 31st. */
export const SEED = Number(process.env['PLEDGE_KIOSK_SEED'] ?? 20_231_212)
if (!Number.isSafeInteger(SEED) || SEED < 0 || SEED >= 2 ** 31)
  throw new Error('PLEDGE_KIOSK_SEED is a whole number below 2147483648.')
