/** One person's page: what they promised and proposed, when they came and went, whom they are one with, and all that is held on them. */
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, Combine, Download } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { PersonPage as Page } from '../../../../shared/contract/people.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { isNotFound, leadsNowhere, sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { useSending } from '../../../components/form/use-sending.ts'
import { Waiting } from '../../../components/no-station.tsx'
import { NotHere } from '../../../components/not-here.tsx'
import { placeWords } from '../../../components/save-file/place-words.ts'
import { useSaveFile } from '../../../components/save-file/use-save-file.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { ChoosePerson } from '../one/choose-person.tsx'
import { type BothPeople, MergePeople } from '../one/merge-people.tsx'
import { Merges, PartDialog, useParting } from '../one/merges.tsx'
import { useRefreshPeople } from '../one/use-refresh-people.ts'
import { PageHead } from '../shell.tsx'
import { Comings } from './comings.tsx'
import { Promises } from './promises.tsx'
import '../one/one.css'

const PARTED =
  'Each is counted and listed apart again, with what was said of each. What was changed while they were one stays with the one it was said of.'

export function PersonPage({ id, pack }: { id: string; pack: EventPack }) {
  const { api } = useApi()
  const [, go] = useLocation()
  const found = useQuery(api.people.page.queryOptions({ input: { delegate: id } }))
  const back = () => go('/organiser/delegates')
  if (found.data !== undefined && !isNotFound(found.error))
    return <Person page={found.data} pack={pack} onBack={back} error={found.error} />
  if (found.error === null) return <Waiting />
  if (leadsNowhere(found.error))
    return (
      <NotHere
        title="Nobody is here under that address"
        way={{ to: '/organiser/delegates', label: 'To the delegates' }}
      >
        They may have been taken off the list or forgotten, or the address is written wrongly.
      </NotHere>
    )
  return (
    <>
      <PageHead title="Everything of a person">
        <Button look="ghost" icon={ArrowLeft} onClick={back}>
          Back to the delegates
        </Button>
      </PageHead>
      <Sentence tone="bad">{sentenceOf(found.error)}</Sentence>
    </>
  )
}

type Props = { page: Page; pack: EventPack; error: unknown; onBack: () => void }

function Person({ page, pack, error, onBack }: Props) {
  const { client } = useApi()
  const [, go] = useLocation()
  const { delegate, merges } = page
  const refresh = useRefreshPeople()
  const { save, dialog } = useSaveFile()
  const { busy, said, say, attempt } = useSending()
  const [choosing, setChoosing] = useState(false)
  const [both, setBoth] = useState<BothPeople | null>(null)
  const looking = useSending()
  const [parting, setParting] = useParting()
  const saveHeld = () =>
    attempt(async () => {
      const { file, entries } = await client.people.held({ delegate: delegate.id })
      const place = await save(file)
      if (place !== null)
        say({
          tone: 'ok',
          words: `${placeWords(place, `${entries} things that were written down`)} Read it through before you hand it over: whoever is named in it and is not on the list could not be left out.`,
        })
    })
  const stop = () => {
    setChoosing(false)
    setBoth(null)
  }
  return (
    <>
      <PageHead
        title={delegate.name}
        line={[delegate.role, delegate.organisation].filter(Boolean).join(', ') || undefined}
      >
        <Button look="quiet" icon={ArrowLeft} onClick={onBack}>
          Delegates
        </Button>
        <Button look="ghost" icon={Combine} onClick={() => setChoosing(true)}>
          Twice on the list?
        </Button>
        <Button icon={Download} busy={busy} onClick={() => void saveHeld()}>
          {busy ? 'Writing it…' : 'Save all that is held'}
        </Button>
      </PageHead>
      {error === null ? null : <Sentence tone="bad">{sentenceOf(error)}</Sentence>}
      {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
      {dialog}
      <div className="organiser-halves columns one-upright top gap-5">
        <Promises page={page} pack={pack} onChanged={refresh} />
        <div className="stack gap-5">
          <Comings steps={page.steps} />
          {merges.length === 0 ? null : (
            <section className="card organiser-card pad stack gap-3" aria-labelledby="merges-title">
              <h2 id="merges-title">Said to be one person</h2>
              <Merges merges={merges} onPart={setParting} />
            </section>
          )}
        </div>
      </div>
      <p className="small muted">
        “Save all that is held” writes one file that any browser opens: the answer for somebody who asks what you hold
        on them. It has nothing of anybody else on the list.
      </p>
      {choosing && both === null ? (
        <ChoosePerson
          title={`Who else is ${delegate.name}?`}
          lead="Somebody may stand on the list twice: from two lists, or once more at the door. Choose their other entry, and look at both."
          not={delegate.id}
          first={delegate.name.split(' ').at(-1) ?? ''}
          said={looking.said === undefined ? null : <Sentence tone={looking.said.tone}>{looking.said.words}</Sentence>}
          onChoose={(other) =>
            void looking.attempt(async () => setBoth(await client.people.compare({ one: delegate.id, other })))
          }
          onBack={stop}
        />
      ) : null}
      {both === null ? null : (
        <MergePeople
          both={both}
          pack={pack}
          onBack={() => setBoth(null)}
          onDone={(together) => {
            stop()
            say({ tone: 'ok', words: `They are one person now, listed as ${together.name}.` })
            if (together.id !== delegate.id) go(`/organiser/delegates/person/${together.id}`, { replace: true })
          }}
        />
      )}
      {parting === null ? null : (
        <PartDialog
          merge={parting}
          means={PARTED}
          onBack={() => setParting(null)}
          onReason={async (reason) => {
            await client.people.part({ id: parting.id, reason })
            await refresh()
            setParting(null)
            say({ tone: 'ok', words: 'They are two again.' })
          }}
        />
      )}
    </>
  )
}
