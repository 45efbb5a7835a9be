/** The one channel between the page and the main process: over it goes a message port, and nothing else. */

export const PORT_CHANNEL = 'pledge-kiosk-port'
