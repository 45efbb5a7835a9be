/** The paper sheet: printing it before the day, entering it afterwards. */
import { Route, Switch } from 'wouter'
import { Otherwise } from '../../../components/not-here.tsx'
import type { DeskPage } from '../desk-page.ts'
import { EnterPart } from './enter-part.tsx'
import { PrintPart } from './print-part.tsx'
import './paper.css'

export function PaperPage(page: DeskPage) {
  return (
    <Switch>
      <Route path="/paper/enter">
        <EnterPart {...page} />
      </Route>
      <Route>
        <Otherwise homes={['/paper']} way={{ to: '/paper', label: 'To the paper sheet' }} within="bar">
          <PrintPart {...page} />
        </Otherwise>
      </Route>
    </Switch>
  )
}
