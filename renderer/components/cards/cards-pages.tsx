/** The pages about cards and sheets, and the way between them; they stand under whichever address they are given. */
import { Link, Route, Switch, useLocation } from 'wouter'
import type { CardsProps } from './cards-props.ts'
import { EnterPage } from './enter-pages.tsx'
import { Otherwise } from '../not-here.tsx'
import { PrintPage } from './print-page.tsx'
import '../lists/lists.css'
import './cards.css'

export function CardsPages(props: CardsProps) {
  const { base } = props
  const [path] = useLocation()
  const parts = [
    { to: base, label: 'Print' },
    { to: `${base}/enter`, label: 'Enter cards' },
    { to: `${base}/sheets`, label: 'Enter sheets' },
  ]
  return (
    <div className="cards stack gap-4">
      <nav className="list-segments cards-parts" aria-label="Cards and sheets">
        {parts.map(({ to, label }) => (
          <Link
            key={to}
            href={to}
            aria-current={to === path ? 'page' : undefined}
            onClick={(event) => event.currentTarget.blur()}
          >
            {label}
          </Link>
        ))}
      </nav>
      <Switch>
        <Route path={`${base}/enter`}>
          <EnterPage key="cards" {...props} part="cards" />
        </Route>
        <Route path={`${base}/sheets`}>
          <EnterPage key="sheets" {...props} part="sheets" />
        </Route>
        <Route>
          <Otherwise homes={[base]} way={{ to: base, label: 'To the cards and sheets' }} within="headed page">
            <PrintPage {...props} />
          </Otherwise>
        </Route>
      </Switch>
    </div>
  )
}
