/** What the lists of actions and of ideas both have at their head. */
import type { ReactNode } from 'react'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'

export type WorkshopsProps = { pack: EventPack; title: string; line: string | undefined; extra: ReactNode }
