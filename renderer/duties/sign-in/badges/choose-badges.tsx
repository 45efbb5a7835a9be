/** On what, and whose: the paper, who of the list, and in which order. */
import { useQuery } from '@tanstack/react-query'
import { BADGE_LAYOUTS, type BadgeLayout } from '../../../../shared/domain/badge-layout.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { RadioList, SelectField } from '../../../components/fields.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { LAYOUT_WORDS } from './badge-words.ts'

/** `sector` and `table`: null for all, empty for those of none. */
export type Chosen = {
  who: 'all' | 'never-printed'
  sector: string | null
  table: string | null
  order: 'surname' | 'name'
}
export const EVERYBODY_UNPRINTED: Chosen = { who: 'never-printed', sector: null, table: null, order: 'surname' }

type Props = {
  pack: EventPack
  layout: BadgeLayout
  chosen: Chosen
  onLayout: (layout: BadgeLayout) => void
  onChosen: (chosen: Chosen) => void
}

// A list holds text: the first is “all”, and what follows this mark is what was chosen.
const ALL = 'all'
const valueOf = (text: string | null) => (text === null ? ALL : `=${text}`)
const textOf = (value: string) => (value === ALL ? null : value.slice(1))

const tableOrder = new Intl.Collator('en-GB', { numeric: true })

export function ChooseBadges({ pack, layout, chosen, onLayout, onChosen }: Props) {
  const { api } = useApi()
  const choices = useQuery(api.badges.choices.queryOptions()).data
  const counted = (name: string, badges: number) => `${name} (${countWords(badges)})`
  const sectors = pack.sectors.flatMap(({ id, name }) => {
    const found = choices?.sectors.find(({ sector }) => sector === id)
    return found === undefined ? [] : [{ value: valueOf(id), label: counted(name, found.badges) }]
  })
  const unknown = (choices?.sectors ?? [])
    .filter(({ sector }) => !pack.sectors.some(({ id }) => id === sector))
    .map(({ sector, badges }) => ({
      value: valueOf(sector),
      label: counted(sector === '' ? 'Not known' : sector, badges),
    }))
  const tables = (choices?.tables ?? [])
    .toSorted((one, other) => tableOrder.compare(one.table || '\uffff', other.table || '\uffff'))
    .map(({ table, badges }) => ({ value: valueOf(table), label: counted(table === '' ? 'No table' : table, badges) }))
  return (
    <div className="stack badges-choose gap-4">
      <RadioList
        legend="On what?"
        name="badge-paper"
        columns="two"
        value={layout}
        onChange={onLayout}
        options={BADGE_LAYOUTS.map((value) => ({
          value,
          label: LAYOUT_WORDS[value].name,
          hint: LAYOUT_WORDS[value].hint,
        }))}
      />
      <div className="badges-fields small-fields columns">
        <SelectField
          label="Whose badges?"
          value={chosen.who}
          onText={(who) => onChosen({ ...chosen, who: who === 'all' ? 'all' : 'never-printed' })}
          options={[
            { value: 'never-printed', label: 'Never printed yet' },
            { value: 'all', label: 'Everybody' },
          ]}
        />
        <SelectField
          label="In which order?"
          value={chosen.order}
          onText={(order) => onChosen({ ...chosen, order: order === 'name' ? 'name' : 'surname' })}
          options={[
            { value: 'surname', label: 'By surname' },
            { value: 'name', label: 'By first name' },
          ]}
        />
        <SelectField
          label="Of which sector?"
          value={valueOf(chosen.sector)}
          onText={(sector) => onChosen({ ...chosen, sector: textOf(sector) })}
          options={[{ value: ALL, label: 'All sectors' }, ...sectors, ...unknown]}
        />
        <SelectField
          label="At which table?"
          value={valueOf(chosen.table)}
          onText={(table) => onChosen({ ...chosen, table: textOf(table) })}
          options={[{ value: ALL, label: 'All tables' }, ...tables]}
        />
      </div>
    </div>
  )
}
