/** What the camera's page and the worker that reads its pictures say to each other. */
import type { SeenCode } from './picture.ts'

/** To the worker: a picture, which becomes its own. */
export type Look = { picture: ImageBitmap }

/** From the worker. `took`: the reading alone, in milliseconds. */
export type Reading = { said: 'ready' } | { said: 'read'; codes: SeenCode[]; took: number } | { said: 'broken' }
