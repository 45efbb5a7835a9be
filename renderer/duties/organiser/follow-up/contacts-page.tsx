/** Who agreed to be written to, and about what: as a list, and as files to take away. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Contact } from '../../../../shared/contract/follow-up.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { RecordList } from '../../../components/lists/record-list.tsx'
import { SearchBox } from '../../../components/lists/search-box.tsx'
import { useListing } from '../../../components/lists/use-listing.ts'
import { searchWords, shownReference } from '../lists/reference-search.ts'
import { ContactsFiles } from './contacts-files.tsx'
import { FollowUpHead } from './follow-up-tabs.tsx'
import { leftOutWords, offerLine, peopleWords } from './follow-up-words.ts'
import './follow-up.css'
import '../../../components/lists/lists.css'

const COLUMNS = [
  { heading: 'Who', className: 'list-third' },
  { heading: 'E-mail', className: 'list-third if-wide' },
  { heading: 'What they promised' },
]
/** So many of a person’s pledges are shown in the list; the files have all. */
const SHOWN = 3

export function ContactsPage({ pack, rehearsal }: { pack: EventPack; rehearsal: boolean }) {
  const { api } = useApi()
  const listing = useListing()
  const input = { ...listing.page, search: searchWords(listing.search, pack.code) }
  const found = useQuery(api.followUp.contacts.queryOptions({ input, placeholderData: keepPreviousData }))
  const counted = found.data
  const leftOut = counted === undefined ? [] : leftOutWords(counted.leftOut)
  return (
    <>
      <FollowUpHead
        title="Who to write to"
        line={
          counted === undefined
            ? 'Only those who agreed to it'
            : `${peopleWords(counted.everybody)} agreed to it and gave an address; nobody else is here`
        }
      />
      <ContactsFiles everybody={counted?.everybody ?? 0} rehearsal={rehearsal} />
      {leftOut.length === 0 ? null : (
        <ul className="stack gap-1 muted small">
          {leftOut.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <div className="row">
        <SearchBox
          label="Search the people"
          hint="Name, address, words or ref"
          value={listing.typed}
          onText={listing.type}
        />
      </div>
      <RecordList
        name="Who to write to"
        noun={{ one: 'person', many: 'people' }}
        listing={listing}
        found={found}
        narrowed={listing.search !== ''}
        onWiden={() => listing.type('')}
        columns={COLUMNS}
        none={<p>Nobody has agreed to be written to yet. Whoever pledges is asked.</p>}
      >
        {(contact) => <ContactRow key={contact.pledges[0]?.id} contact={contact} pack={pack} />}
      </RecordList>
    </>
  )
}

const Under = ({ words }: { words: readonly string[] }) => (
  <span className="list-under muted tiny two-lines">{words.filter(Boolean).join(', ')}</span>
)

function ContactRow({ contact, pack }: { contact: Contact; pack: EventPack }) {
  const { name, organisation, role, email, pledges } = contact
  const more = pledges.length - SHOWN
  return (
    <tr>
      <th scope="row">
        <div className="follow-who">
          <b className="list-clip two-lines">{name || organisation}</b>
          <Under words={[name === '' ? '' : organisation, role]} />
          <span className="list-under muted tiny if-narrow">
            <Address email={email} />
          </span>
        </div>
      </th>
      <td className="if-wide">
        <Address email={email} />
      </td>
      <td>
        <ul className="stack gap-1">
          {pledges.slice(0, SHOWN).map((pledge) => (
            <li key={pledge.id}>
              <span className="list-clip two-lines">{pledge.wording}</span>
              <span className="list-under muted tiny two-lines">
                {offerLine(pack, pledge.type, { ...pledge, reference: shownReference(pack.code, pledge.reference) })}
              </span>
            </li>
          ))}
        </ul>
        {more > 0 ? <p className="muted tiny">and {more} more</p> : null}
      </td>
    </tr>
  )
}

/** A long address is broken before its @ where it must be. */
function Address({ email }: { email: string }) {
  const at = email.lastIndexOf('@')
  return (
    <span className="any-break">
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </span>
  )
}
