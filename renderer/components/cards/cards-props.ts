/** What every page about cards is given. */
import type { EventPack } from '../../../shared/domain/event-pack.ts'

/** `base`: the address under which they stand. */
export type CardsProps = { pack: EventPack; rehearsal: boolean; base: string }
