/** Every field of a pledge as the organiser has it: how it stands among what is known, and the field it is corrected in. */
import { openOf } from '../../../../shared/domain/event-change/open.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { pledgeDetails, type PledgeView } from '../../../../shared/domain/pledge.ts'
import { useApi } from '../../../api.tsx'
import { DaySaidBack } from '../../../components/day-said-back.tsx'
import { SelectField, TextArea, TextField, Tick } from '../../../components/fields.tsx'
import { ChangeDialog } from '../record/change-dialog.tsx'
import { otherReferences } from '../one/one-words.ts'
import type { Known } from '../record/facts.tsx'
import { priorityName } from '../record/history-words.ts'
import { cameFromPaper } from '../record/from-paper.tsx'
import type { Changing } from '../record/record-panel.tsx'
import { whoInOrder } from '../../../words/who.ts'
import { byWhenWords, howManyWords, mayContactWords, typeOf } from './pledge-words.ts'

/** `made` is when, in words. What has no value is not shown. */
export function pledgeFacts(pledge: PledgeView, pack: EventPack, made: string): Known[] {
  return [
    { name: 'What was promised', value: pledge.wording, wide: true },
    { name: 'Who', value: whoInOrder(pledge) || 'Without a name', wide: true },
    { name: 'Promised for', value: pledge.byKind === 'organisation' ? 'Their organisation' : '', wide: true },
    { name: 'How many', value: howManyWords(pack, pledge) || 'Nobody said' },
    { name: 'By when', value: byWhenWords(pledge) || 'Nobody said' },
    {
      name: 'Priority',
      value: priorityName(pack, pledge.priority ?? typeOf(pack, pledge.type)?.priority ?? null) || 'None chosen',
      wide: true,
    },
    { name: 'May be contacted', value: mayContactWords(pledge), wide: true },
    { name: 'Name may be shown', value: pledge.showName ? 'Yes' : 'No' },
    { name: 'Made', value: made },
    { name: 'Also written down as', value: otherReferences(pack.code, pledge), wide: true },
    { name: 'How it came', value: cameFromPaper(pledge), wide: true },
    {
      name: 'Why it was withdrawn',
      value: pledge.status === 'withdrawn' ? pledge.withdrawnReason : '',
      wide: true,
    },
  ]
}

type Props = { pledge: PledgeView; pack: EventPack; changing: Changing; onSaved: (pledge: PledgeView) => Promise<void> }

export function PledgeChange({ pledge, pack, changing, onSaved }: Props) {
  const { client } = useApi()
  return (
    <ChangeDialog
      of="pledge"
      title="Change this pledge"
      details={pledgeDetails}
      record={pledge}
      onSave={async (change) => onSaved(await client.pledges.amend(change))}
      changing={changing}
    >
      {({ values, text, tick, put }) => (
        <>
          <TextArea
            {...text('wording')}
            label="What is promised"
            rows={3}
            maxLength={1000}
            className="organiser-short"
          />
          <div className="one-upright columns low">
            <SelectField
              {...text('type')}
              label="Kind"
              options={openOf(pack.pledgeTypes, pledge.type).map(({ id, title }) => ({ value: id, label: title }))}
            />
            <SelectField {...text('priority')} label="Priority" options={priorityChoices(pack, pledge.priority)} />
            <TextField
              {...text('quantity')}
              label="How many"
              hint={`Counted in ${typeOf(pack, values.type)?.unit.many ?? 'pledges'}; empty if nobody said`}
              inputMode="numeric"
              maxLength={12}
            />
            <TextField {...text('timescale')} label="By when" hint="“31 March 2027”, “spring term”" maxLength={200} />
          </div>
          <DaySaidBack
            field={text('timescale').id}
            words={values.timescale === pledge.timescale ? '' : values.timescale}
            eventDate={pack.dates.to}
            onAnother={(_day, timescale) => put({ timescale })}
          />
          {pledge.byKind === 'anonymous' ? (
            <p className="muted">This pledge was made without a name, so there is nobody to contact or to show.</p>
          ) : (
            <div className="one-upright columns low">
              <Tick label="They may be contacted" hint="About this pledge" {...tick('mayContact')} />
              <Tick label="Their name may be shown" hint="On the big screen and in public" {...tick('showName')} />
              {values.mayContact ? (
                <TextField
                  {...text('email')}
                  label="E-mail"
                  hint={pledge.byKind === 'delegate' ? 'Empty for the address on the list' : undefined}
                  inputMode="email"
                  maxLength={400}
                />
              ) : null}
            </div>
          )}
        </>
      )}
    </ChangeDialog>
  )
}

export const priorityChoices = (pack: EventPack, kept: string | null) => [
  { value: '', label: 'None chosen' },
  ...openOf(pack.priorities, kept).map(({ id, label, title }) => ({ value: id, label: `${label}: ${title}` })),
]
