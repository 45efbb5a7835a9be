/** Placeholder until the reader of timescales lands. */
export const readTimescale = (words: string, _eventDate: string): { date: string | null; derived: boolean; stated: string } => ({ date: null, derived: false, stated: words })
