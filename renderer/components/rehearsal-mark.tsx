/** On every page of paper that comes out of a rehearsal, so that none of them can pass as the real thing. */

export const REHEARSAL_WORDS = 'REHEARSAL – nobody here is real'

export const RehearsalMark = ({ rehearsal }: { rehearsal: boolean }) =>
  rehearsal ? <p className="rehearsal-mark">{REHEARSAL_WORDS}</p> : null
