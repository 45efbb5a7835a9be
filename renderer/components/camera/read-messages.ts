/** What the camera's page and the worker that reads its pictures say to each other. */

/** To the worker: a picture, which becomes its own. */
export type Look = { picture: ImageBitmap }

/** From the worker. `took`: the reading alone, in milliseconds. */
export type Reading = { said: 'ready' } | { said: 'read'; text: string | null; took: number } | { said: 'broken' }
