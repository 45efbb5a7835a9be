/** Which organisation the pledge is for, and who to speak to there. */
import { openOf } from '../../../../shared/domain/event-change/open.ts'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api.tsx'
import { AreaField } from '../../../components/area-field.tsx'
import { errorOf, SelectField, TextField } from '../../../components/fields.tsx'
import type { FieldsProps, Question } from './question.ts'
import { checkBy, type WhoAnswers, whoseLine } from './who.ts'

type Needed = WhoAnswers

export const organisation: Question<Needed> = {
  isAsked: ({ by }) => by === 'organisation',
  aboutThem: true,
  title: () => 'Which organisation is it for?',
  check: (answers) =>
    checkBy(answers, { organisation: 'organisation', area: 'area', sector: 'sector', name: 'contact-name' }),
  // It goes with who pledges.
  sent: () => ({}),
  row: (answers, pack) => ({
    name: 'Organisation',
    words: [whoseLine(answers), answers.area.trim(), pack.sectors.find(({ id }) => id === answers.sector)?.name]
      .filter(Boolean)
      .join(' · '),
    what: 'the organisation',
  }),
  Fields,
}

function Fields({ answers, pack, errors, answer }: FieldsProps<Needed>) {
  const { api } = useApi()
  const query = answers.organisation.trim()
  const known =
    useQuery(
      api.signIn.organisations.queryOptions({ input: { query }, enabled: query.length >= 2, gcTime: 0, staleTime: 0 }),
    ).data ?? []
  const others = known.filter((name) => name !== query).slice(0, 4)
  return (
    <div className="pledges-column stack">
      <div className="stack gap-3">
        <TextField
          id="organisation"
          label="Name of the organisation"
          error={errorOf(errors, 'organisation')}
          maxLength={300}
          value={answers.organisation}
          onText={(typed) => answer({ organisation: typed })}
        />
        {query.length < 2 || others.length === 0 ? null : (
          <div className="row gap-2" role="group" aria-label="Organisations on the list">
            {others.map((name) => (
              <button
                key={name}
                type="button"
                className="pledges-suggestion"
                onClick={() => answer({ organisation: name })}
              >
                {name}
              </button>
            ))}
          </div>
        )}
      </div>
      <div className="pledges-pair">
        <AreaField
          id="area"
          error={errorOf(errors, 'area')}
          maxLength={300}
          value={answers.area}
          onText={(area) => answer({ area })}
        />
        <SelectField
          id="sector"
          label="Which part of the partnership is it?"
          error={errorOf(errors, 'sector')}
          value={answers.sector}
          onText={(sector) => answer({ sector })}
          options={[
            { value: '', label: 'I am not sure' },
            ...openOf(pack.sectors).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <TextField
        id="contact-name"
        label="Who to speak to there"
        hint="A name; leave it empty if you would rather not say."
        error={errorOf(errors, 'contact-name')}
        maxLength={200}
        value={answers.contactName}
        onText={(contactName) => answer({ contactName })}
      />
    </div>
  )
}
