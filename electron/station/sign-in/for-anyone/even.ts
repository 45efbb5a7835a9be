/** Every answer to a name takes this long, so that its time does not tell how many bear it. Milliseconds. */
export const EVEN = 150
