/** Waits for what waits for nothing else: no clock, no file, nobody. */

/** Every promise that can go on has gone on. Of what goes by a timer, a port or a file nothing is known. */
export const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))
