/** The paper sheet: printing it before the day, entering it afterwards. */
import { Route, Switch } from 'wouter'
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
        <PrintPart {...page} />
      </Route>
    </Switch>
  )
}
