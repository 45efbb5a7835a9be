/** What is shown while the tablet's data is brought up to date for this version of the app: how far it is, and that nothing need be done. */
import type { StationState } from '../../../shared/contract/station.ts'
import { Heading, Page } from '../../components/page.tsx'
import { OwnBar } from './own-bar.tsx'
import './setup.css'

const number = new Intl.NumberFormat('en-GB')

const WHAT: Record<NonNullable<StationState['broughtUp']>['what'], string> = {
  facts: 'Writing down anew what this tablet holds',
  lists: 'Bringing the lists up to date',
}

export function Opening({ broughtUp }: { broughtUp: StationState['broughtUp'] }) {
  return (
    <>
      <OwnBar />
      <Page width="narrow">
        <Heading>This tablet is being brought up to date</Heading>
        <p>
          Pledge Kiosk makes ready what was saved here before, after an update or from a copy. All of it is safe. This
          tablet opens by itself as soon as that is done; if it is switched off before, it goes on at the next start.
        </p>
        {broughtUp === null ? null : (
          <div className="stack gap-1">
            <label htmlFor="brought-up" className="strong">
              {WHAT[broughtUp.what]}
              {broughtUp.of === 0 ? '' : `: ${number.format(broughtUp.done)} of ${number.format(broughtUp.of)}`}
            </label>
            <progress
              id="brought-up"
              className="setup-progress"
              {...(broughtUp.of === 0 ? {} : { value: broughtUp.done, max: broughtUp.of })}
            />
          </div>
        )}
      </Page>
    </>
  )
}
