/** What opens a rehearsal: said on its own screens, because nothing in it is real. */
export const REHEARSAL_SECRETS = { pin: '2468', passphrase: 'rehearsal only' } as const
