/** Every idea, the latest first: found by words and by the question it answers. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { Chip } from '../../../components/chip.tsx'
import { RecordList } from '../lists/record-list.tsx'
import { searchWords, shownReference } from '../lists/reference-search.ts'
import { SearchBox } from '../lists/search-box.tsx'
import { Narrow, Segments } from '../lists/segments.tsx'
import { type Status, STATUSES, statusOf } from '../lists/status.ts'
import { useListing } from '../lists/use-listing.ts'
import { useOpened } from '../lists/use-opened.ts'
import { sessionName, tableName } from '../record/history-words.ts'
import { IdeaDialog } from './idea-dialog.tsx'

const COLUMNS = [{ heading: 'Ref' }, { heading: 'Idea' }, { heading: 'Who' }, { heading: 'Where', className: 'organiser-roomy' }]
const ANY = ''

export const questionsOf = (pack: EventPack) => pack.programme.flatMap(({ questions }) => questions)

export function IdeasList({ pack }: { pack: EventPack }) {
  const { api } = useApi()
  const listing = useListing()
  const [question, setQuestion] = useState(ANY)
  const [status, setStatus] = useState<Status>('live')
  const input = { ...listing.page, search: searchWords(listing.search, pack.code), question: question === ANY ? null : question, status: statusOf(status) }
  const found = useQuery(api.workshops.listIdeas.queryOptions({ input, placeholderData: keepPreviousData }))
  const { shown, open, close } = useOpened(found.data?.items)
  const narrow = (next: { question?: string; status?: Status }) => {
    if (next.question !== undefined) setQuestion(next.question)
    if (next.status !== undefined) setStatus(next.status)
    listing.restart()
  }
  const asked = new Map(questionsOf(pack).map(({ id, words }) => [id, words]))
  return (
    <>
      <div className="organiser-tools">
        <SearchBox label="Search the ideas" hint="Idea, name, organisation or ref" value={listing.typed} onText={listing.type} />
        <Narrow label="Question" value={question} onChange={(next) => narrow({ question: next })} options={[{ value: ANY, label: 'Every question' }, ...questionsOf(pack).map(({ id, words }) => ({ value: id, label: words }))]} />
        <Segments name="Which ideas to show" value={status} onChange={(next) => narrow({ status: next })} options={STATUSES} />
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
        {(idea) => (
          <tr key={idea.id}>
            <th scope="row" className="organiser-ref">
              <button type="button" className="organiser-open" onClick={() => open(idea)}>
                {shownReference(pack.code, idea.reference)}
              </button>
            </th>
            <td>
              <span className="organiser-clip">{idea.text}</span>
              <span className="organiser-under">{asked.get(idea.question) ?? idea.question}</span>
              {idea.status === 'withdrawn' ? <Chip tone="warn">Withdrawn</Chip> : null}
            </td>
            <td>{[idea.name, idea.organisation].filter(Boolean).join(', ') || <span className="muted">no name given</span>}</td>
            <td className="organiser-roomy">
              {tableName(pack, idea.table)}
              <span className="organiser-under">{sessionName(pack, idea.session)}</span>
            </td>
          </tr>
        )}
      </RecordList>
      {shown === null ? null : <IdeaDialog key={shown.id} idea={shown} pack={pack} onChanged={open} onClose={close} />}
    </>
  )
}
