/** The fields of a walk-in: who they are first, then what helps them through the day. */
import { openOf } from '../../../shared/domain/event-change/open.ts'
import { useState } from 'react'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { AreaField } from '../../components/area-field.tsx'
import { Button } from '../../components/button.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { SelectField, TextField } from '../../components/fields.tsx'
import type { Form } from '../../components/form/use-form.ts'
import { PrivacyDialog } from '../../components/privacy-dialog.tsx'
import { OrganisationField } from './organisation-field.tsx'
import type { WalkInForm } from './person-forms.ts'
import { sectorChoices, tableChoices } from '../../words/programme.ts'

type Props = {
  form: Form<WalkInForm>
  pack: EventPack
}

export function WalkInFields({ form: { values, text: field, errors }, pack }: Props) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <div className="sign-in-halves columns one-upright top">
        <div className="stack gap-4">
          <TextField {...field('name')} label="Name" autoFocus autoCapitalize="words" maxLength={400} />
          <OrganisationField {...field('organisation')} label="Organisation" />
          <div className="sign-in-pair columns low">
            <AreaField {...field('area')} />
            <TextField {...field('role')} label="Role" maxLength={400} />
          </div>
          <TextField {...field('email')} label="E-mail, if they want to be written to" type="email" maxLength={400} />
        </div>
        <div className="stack gap-4">
          <div className="sign-in-pair columns low">
            <SelectField {...field('sector')} label="Sector" options={sectorChoices(pack, values.sector)} />
            {openOf(pack.tables).length === 0 ? null : (
              <SelectField {...field('table')} label="Table" options={tableChoices(pack, values.table)} />
            )}
          </div>
          <section className="card sign-in-needs stack gap-2" aria-labelledby="walk-in-needs">
            <div className="sign-in-needs-head row apart">
              <h2 id="walk-in-needs">Can we make today easier?</h2>
              <PrivacyButton pack={pack} />
            </div>
            <p className="small muted">
              Only if they want to say. We ask so that we can look after them today. Only staff see it, also when the
              building has to be left, and it is deleted first.
            </p>
            <div className="sign-in-pair columns low">
              <TextField {...field('access')} label="Access needs" maxLength={600} />
              <TextField {...field('dietary')} label="Food needs" maxLength={600} />
            </div>
          </section>
        </div>
      </div>
    </>
  )
}

/** What we do with it, for whoever asks before they answer. */
function PrivacyButton({ pack }: { pack: EventPack }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        Privacy notice
      </Button>
      {open ? <PrivacyDialog pack={pack} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
