/** What was entered from paper, as the list of it says. Pure. */
import type { CardEntry } from '../../../shared/contract/cards.ts'
import { formatReference } from '../../../shared/domain/reference.ts'

export const recordOf = (entry: CardEntry) =>
  entry.kind === 'pledge' ? entry.pledge : entry.kind === 'action' ? entry.action : entry.idea

export const wordsOf = (entry: CardEntry): string =>
  entry.kind === 'pledge' ? entry.pledge.wording : entry.kind === 'action' ? entry.action.title : entry.idea.text

const KINDS = { pledge: 'Pledge', action: 'Action', idea: 'Idea' } as const

/** `2WB-S96D`, or `2WB-S96D, action 3`: what stands on the paper. */
export const placeOf = ({ kind, card, line }: CardEntry): string =>
  `${formatReference(card)}${line === null ? '' : `, ${KINDS[kind].toLowerCase()} ${line}`}`

const WITHOUT = 'Without a name'

/** Whose it is, as far as anybody said. */
export function whoOf(entry: CardEntry): string {
  const [name, organisation] =
    entry.kind === 'action'
      ? [entry.action.owner, entry.action.organisation]
      : entry.kind === 'pledge'
        ? [entry.pledge.name, entry.pledge.organisation]
        : [entry.idea.name, entry.idea.organisation]
  return [name, organisation].filter(Boolean).join(', ') || (entry.kind === 'pledge' ? WITHOUT : '')
}

/** “Entered before, at the West door: …” */
export const beforeWords = (entry: CardEntry): string => {
  const { status } = recordOf(entry)
  const who = whoOf(entry)
  const what = `${placeOf(entry)} was entered before, at ${entry.station}: “${wordsOf(entry)}”${who === '' ? '' : `, ${who === WITHOUT ? 'without a name' : who}`}.`
  return status === 'withdrawn' ? `${what} It was taken back since.` : what
}
