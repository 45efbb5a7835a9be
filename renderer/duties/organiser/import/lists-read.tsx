/** The lists that were imported, the newest first, each with the way to take it back. */
import { useQuery } from '@tanstack/react-query'
import { CircleAlert, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { BeforeUndoing, MadeImport } from '../../../../shared/contract/import.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { Chip } from '../../../components/chip.tsx'
import { Pager } from '../../../components/lists/pager.tsx'
import { keptOffset, PAGE } from '../../../components/lists/paging.ts'
import { Sentence } from '../../../components/sentence.tsx'
import { timeOf } from '../../../words/times.ts'
import { useRefresh } from '../record/use-refresh.ts'
import { TakeBackDialog } from './take-back-dialog.tsx'
import { stateWords, undoneWords } from './take-back-words.ts'

/** Tells in words what was taken back. */
type Props = { onTakenBack: (words: string) => void }

export function ListsRead({ onTakenBack }: Props) {
  const { api, client } = useApi()
  const refresh = useRefresh('signIn')
  const found = useQuery(api.signIn.imports.queryOptions())
  const [opened, setOpened] = useState<{ list: MadeImport; before: BeforeUndoing } | null>(null)
  const [error, setError] = useState('')
  const [asked, setOffset] = useState(0)
  const lists = found.data ?? []
  const now = new Date()
  if (found.error !== null) return <Sentence tone="bad">{sentenceOf(found.error)}</Sentence>
  if (lists.length === 0) return null
  const offset = keptOffset(asked, lists.length)
  const look = async (list: MadeImport) => {
    setError('')
    try {
      setOpened({ list, before: await client.signIn.beforeUndoingImport({ id: list.id }) })
    } catch (cause) {
      setError(sentenceOf(cause))
      await refresh()
    }
  }
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="lists-read-title">
      <h2 id="lists-read-title">Lists imported before</h2>
      {error === '' ? null : <Sentence tone="bad">{error}</Sentence>}
      <ul className="import-list small-fields">
        {lists.slice(offset, offset + PAGE).map((list) => (
          <li key={list.id} className="import-read row apart">
            <div className="import-words any-break">
              <p>
                <b>{list.name}</b> <span className="muted">{timeOf(list.at, now)}</span>
              </p>
              {list.undoing === null && list.importing === null ? null : (
                <Chip tone="warn" icon={CircleAlert}>
                  Not finished
                </Chip>
              )}
              <p className="muted small">{stateWords(list, now)}</p>
            </div>
            {list.undone === null ? (
              <Button
                look="ghost"
                icon={Undo2}
                aria-label={`${list.undoing === null ? 'Take back' : 'Take back the rest of'} ${list.name}, imported ${timeOf(list.at, now)}`}
                onClick={() => void look(list)}
              >
                {list.undoing === null ? 'Take back' : 'Take back the rest'}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Pager name="lists" offset={offset} total={lists.length} onTurn={setOffset} />
      {opened === null ? null : (
        <TakeBackDialog
          {...opened}
          onBack={() => {
            setOpened(null)
            void refresh()
          }}
          onDone={async (done) => {
            await refresh()
            setOpened(null)
            onTakenBack(undoneWords(opened.list.name, done))
          }}
        />
      )}
    </section>
  )
}
