/** How long a story waits for what must happen before it says that it did not. */

/** Far more than the slowest machine needs, so that it never decides; whoever broke something waits as long. Milliseconds. */
export const PATIENCE = 120_000
