/** Every idea, the latest first: found by words and by the question it answers. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IdeaView } from '../../../../shared/domain/action.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { Chip } from '../../../components/chip.tsx'
import { RecordList } from '../../../components/lists/record-list.tsx'
import { searchWords, shownReference, spokenName } from '../lists/reference-search.ts'
import { SearchBox } from '../../../components/lists/search-box.tsx'
import { Narrow, Segments } from '../../../components/lists/segments.tsx'
import { type Status, STATUSES, statusOf } from '../lists/status.ts'
import { useListing } from '../../../components/lists/use-listing.ts'
import { useOpened } from '../lists/use-opened.ts'
import { sessionName, tableName } from '../record/history-words.ts'
import { whoWrote } from '../../../words/workshop.ts'
import { IdeaDialog } from './idea-dialog.tsx'

const COLUMNS = [
  { heading: 'Ref', className: 'list-ref-column' },
  { heading: 'Idea' },
  { heading: 'Who', className: 'list-quarter' },
  { heading: 'Where', className: 'list-quarter if-wide' },
]
const ANY = ''

const questionsOf = (pack: EventPack) => pack.programme.flatMap(({ questions }) => questions)

export function IdeasList({ pack }: { pack: EventPack }) {
  const { api } = useApi()
  const listing = useListing()
  const [question, setQuestion] = useState(ANY)
  const [status, setStatus] = useState<Status>('live')
  const input = {
    ...listing.page,
    search: searchWords(listing.search, pack.code),
    question: question === ANY ? null : question,
    status: statusOf(status),
  }
  const found = useQuery(api.workshops.listIdeas.queryOptions({ input, placeholderData: keepPreviousData }))
  const { shown, open, close } = useOpened(found.data?.items)
  const narrow = (next: { question?: string; status?: Status }) => {
    if (next.question !== undefined) setQuestion(next.question)
    if (next.status !== undefined) setStatus(next.status)
    listing.restart()
  }
  return (
    <>
      <div className="row">
        <SearchBox label="Search the ideas" hint="Words, name or ref" value={listing.typed} onText={listing.type} />
        <Narrow
          label="Question"
          value={question}
          onChange={(next) => narrow({ question: next })}
          options={[
            { value: ANY, label: 'Every question' },
            ...questionsOf(pack).map(({ id, words }) => ({ value: id, label: words })),
          ]}
        />
        <Segments
          name="Which ideas to show"
          value={status}
          onChange={(next) => narrow({ status: next })}
          options={STATUSES}
        />
      </div>
      <RecordList
        name="Ideas"
        noun={{ one: 'idea', many: 'ideas' }}
        listing={listing}
        found={found}
        narrowed={listing.search !== '' || question !== ANY || status === 'withdrawn'}
        onWiden={() => {
          listing.type('')
          narrow({ question: ANY, status: 'all' })
        }}
        columns={COLUMNS}
        none={<p>No table has put up an idea yet.</p>}
      >
        {(idea) => <IdeaRow key={idea.id} idea={idea} pack={pack} onOpen={() => open(idea)} />}
      </RecordList>
      {shown === null ? null : <IdeaDialog key={shown.id} idea={shown} pack={pack} onChanged={open} onClose={close} />}
    </>
  )
}

function IdeaRow({ idea, pack, onOpen }: { idea: IdeaView; pack: EventPack; onOpen: () => void }) {
  const reference = shownReference(pack.code, idea.reference)
  return (
    <tr>
      <th scope="row">
        <button type="button" className="list-open" aria-label={spokenName(reference, idea.text)} onClick={onOpen}>
          {reference}
        </button>
      </th>
      <td>
        <span className="list-clip two-lines">{idea.text}</span>
        <span className="list-under muted tiny two-lines">
          {questionsOf(pack).find(({ id }) => id === idea.question)?.words ?? idea.question}
        </span>
        {idea.status === 'withdrawn' ? <Chip tone="warn">Withdrawn</Chip> : null}
      </td>
      <td>
        <span className="list-clip two-lines">{whoWrote(idea) || <span className="muted">no name given</span>}</span>
      </td>
      <td className="if-wide">
        {tableName(pack, idea.table)}
        <span className="list-under muted tiny two-lines">{sessionName(pack, idea.session)}</span>
      </td>
    </tr>
  )
}
