/** Pledge cards and action sheets on paper, as staff have them: printed, and entered afterwards. */
import { useLocation } from 'wouter'
import { cardsHeading } from '../../components/cards/cards-heading.ts'
import { CardsPages } from '../../components/cards/cards-pages.tsx'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { PageHead } from './shell.tsx'

export function CardsPage({ pack, rehearsal }: { pack: EventPack; rehearsal: boolean }) {
  const [path] = useLocation()
  return (
    <>
      <PageHead title={cardsHeading(path)} line="For when the tablets fail, and for whoever would rather write" />
      <CardsPages pack={pack} rehearsal={rehearsal} base="/organiser/cards" />
    </>
  )
}
