/** Calling the roll: everybody who is here, the numbers, and one large row a person to tick. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { RollCallPerson, RollCallView } from '../../../../shared/contract/roll-call.ts'
import type { StationState } from '../../../../shared/contract/station.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { QUIET_ROLL_CALL, tally } from '../../../../shared/domain/roll-call.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { IdleGuard } from '../../../components/idle-guard.tsx'
import { Waiting } from '../../../components/no-station.tsx'
import { Heading } from '../../../components/page.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { useLock } from '../../../components/use-lock.ts'
import { useGoOn } from '../use-go-on.ts'
import { UndrawnNames } from '../../../components/undrawn/undrawn-names.tsx'
import { useNow } from '../../../components/use-now.ts'
import { EndDialog } from './end-dialog.tsx'
import { PrintRoll } from './print-roll.tsx'
import { type Item, itemsOf, NO_ROLL, standsNow } from './roll.ts'
import { focusRow, RollList, WHOLE } from './roll-list.tsx'
import { focusName, RollPanel } from './roll-panel.tsx'
import { RollTools } from './roll-tools.tsx'
import { usePlace } from './use-place.ts'
import { usePrintRoll } from './use-print-roll.ts'
import { useRoll } from './use-roll.ts'
import { useTicks } from './use-ticks.ts'
import { spoken, stillToFind } from './words.ts'

/** In the middle of an emergency nobody is sent away sooner than the station locks a screen that nobody touches. Seconds. */
const QUIET = { open: 19 * 60, otherwise: 600 }

export function Calling({ pack, state: tablet }: { pack: EventPack; state: StationState }) {
  const { api, client } = useApi()
  const queries = useQueryClient()
  const state = useQuery(api.rollCall.state.queryOptions())
  const open = state.data?.open ?? null
  const arrival = useArrival(state.data === undefined ? undefined : open)
  // Until it is clear which roll call is meant, the list is of whoever is here now, and nobody on it is safe.
  const current = arrival.isAsking ? null : open
  const { roll, error: rollError, put } = useRoll(current?.id ?? null)
  const [place, move] = usePlace()
  const [search, setSearch] = useState('')
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const [said, setSaid] = useState({ serial: 0, words: '' })
  const [error, setError] = useState<string>()
  const [ending, setEnding] = useState(false)
  const endRole = useLock()
  const now = useNow()
  const [, go] = useLocation()
  const goOn = useGoOn()
  const ticks = useTicks(current?.id ?? null, place.name, put)
  const printer = usePrintRoll(current)

  useEffect(() => {
    if (open === null && arrival.last !== null) go(`/roll-call?see=${arrival.last}`)
  }, [open, arrival.last, go])

  const joined = current !== null && place.joined && place.name !== ''
  // The form that asked for the name is gone: the keyboard goes on at the list.
  useEffect(() => {
    if (joined && document.activeElement === document.body) focusRow()
  }, [joined])

  const standing = useCallback(
    (person: RollCallPerson) => standsNow(person, ticks.pressed.get(person.id)),
    [ticks.pressed],
  )
  const held = roll ?? NO_ROLL
  const counts = useMemo(() => tally([...held.people.values()].map(standing)), [held.people, standing])
  const everybody = useMemo(() => [...held.people.values()], [held.people])
  const sectorName = useCallback(
    (id: string) => pack.sectors.find((sector) => sector.id === id)?.name ?? id,
    [pack.sectors],
  )
  const items = useMemo<Item[]>(
    () => itemsOf(held, { grouping: place.grouping, only: place.only, search, kept }, standing, sectorName),
    [held, place.grouping, place.only, search, kept, standing, sectorName],
  )

  const say = (words: string) => setSaid(({ serial }) => ({ serial: serial + 1, words }))
  const press = (person: RollCallPerson) => {
    if (!joined) {
      focusName()
      say('Write your name first, so that others know who ticked.')
      return
    }
    if (ticks.isSameTouch(person.id)) return
    const before = standing(person)
    const ticked = before !== 'accounted'
    ticks.send(person, ticked)
    setKept((ids) => new Set(ids).add(person.id))
    const after = tally(
      [...held.people.values()].map((one) => (one.id === person.id ? standsNow(one, ticked) : standing(one))),
    )
    say(spoken(person.name, ticked, after))
  }
  const look = (change: Parameters<typeof move>[0]) => {
    move(change)
    setKept(new Set())
  }
  const begin = async (name: string, insteadOf: string | null) => {
    const { code, rollCall } = await client.rollCall.start({ by: name, insteadOf })
    move({ name, joined: true })
    // First what is open, then that this screen is at it: the other way round it would seem to have ended.
    queries.setQueryData(api.rollCall.state.queryKey(), (known) => known && { ...known, open: rollCall })
    arrival.accept(rollCall.id)
    say(
      code === 'started'
        ? 'The roll call has started.'
        : `${rollCall.by} had started a roll call already. This is that one.`,
    )
  }
  const join = (name: string, rollCall: RollCallView) => {
    move({ name, joined: true })
    arrival.accept(rollCall.id)
    say(stillToFind(counts))
  }
  const end = async () => {
    if (current === null) return
    const ended = await client.rollCall.end({ rollCall: current.id, by: place.name })
    queries.setQueryData(api.rollCall.read.queryKey({ input: { rollCall: ended.id } }), ended)
    move({ joined: false })
    goOn('/roll-call', `/roll-call?see=${ended.id}`)
  }
  const lock = async () => {
    try {
      await endRole()
    } catch (cause) {
      setError(sentenceOf(cause))
    }
  }

  const readError = state.error ?? rollError
  if (state.data === undefined || roll === undefined)
    return readError === null ? <Waiting /> : <Sentence tone="bad">{sentenceOf(readError)}</Sentence>
  return (
    <main className="roll-call">
      <Heading unseen>Roll call</Heading>
      <div className="unseen" aria-live="polite">
        <p key={said.serial}>{said.words}</p>
      </div>
      <RollPanel
        open={open}
        isAsking={arrival.isAsking}
        joined={joined}
        here={held.people.size}
        counts={counts}
        name={place.name}
        now={now}
        onBegin={begin}
        onJoin={join}
        onChangeName={() => move({ joined: false })}
        onEnd={() => setEnding(true)}
        isPrinting={printer.busy}
        onPrint={() => void printer.print(held)}
      />
      <div className="roll-side stack gap-3">
        {error === undefined ? null : <Sentence tone="bad">{error}</Sentence>}
        {printer.error === undefined ? null : <Sentence tone="bad">{printer.error}</Sentence>}
        {readError === null ? null : <Sentence tone="bad">{sentenceOf(readError)}</Sentence>}
        {ticks.error === null ? null : (
          <Sentence tone="bad">
            <div className="row">
              <span className="grow">{ticks.error.sentence}</span>
              <Button
                look="ghost"
                onClick={() => {
                  ticks.error?.again()
                  focusRow()
                }}
              >
                Try again
              </Button>
            </div>
          </Sentence>
        )}
        {current === null ? <UndrawnNames people={everybody} /> : null}
        <RollTools
          search={search}
          place={place}
          canFilter={current !== null}
          isPartly={items.length > WHOLE}
          tidy={
            place.only && search === '' ? [...kept].filter((id) => isDone(held.people.get(id), standing)).length : 0
          }
          only={onlyOne(items)}
          onSearch={setSearch}
          onLook={look}
          onTidy={() => {
            setKept(new Set())
            focusRow()
          }}
          onPick={(person) => {
            if (joined && standing(person) === 'accounted') say(`${person.name} is accounted for already.`)
            else press(person)
          }}
        />
        <RollList
          label={current === null ? 'Who is in the building' : 'The roll'}
          items={items}
          pressed={ticks.pressed}
          canTick={current !== null}
          isByTable={place.grouping === 'table' && search.trim() === ''}
          now={now}
          onPress={press}
          empty={<Nobody search={search} only={place.only} everybody={held.people.size} />}
        />
      </div>
      {ending && current !== null ? (
        <EndDialog
          counts={counts}
          missing={held.order.flatMap((id) => {
            const person = held.people.get(id)
            return person !== undefined && standing(person) === 'to-find' ? [person] : []
          })}
          by={place.name}
          onEnd={end}
          onClose={() => setEnding(false)}
        />
      ) : null}
      {printer.job === null ? null : (
        <PrintRoll
          key={printer.job.serial}
          roll={printer.job.rollCall === null ? printer.job.roll : held}
          rollCall={printer.job.rollCall}
          pack={pack}
          station={tablet.station?.name ?? ''}
          rehearsal={tablet.rehearsal}
          standing={standing}
          undrawn={printer.job.undrawn}
          onDone={printer.done}
          onFailed={printer.failed}
        />
      )}
      <IdleGuard
        key={open === null ? 'otherwise' : 'open'}
        quiet={open === null ? QUIET.otherwise : QUIET.open}
        onIdle={() => void lock()}
      />
    </main>
  )
}

/**
 * A roll call that nobody has touched for a while may be this morning’s drill: whoever comes here is asked once which they
 * mean. While somebody is at it, it is simply the one that is open. `last` is the one they were at.
 */
function useArrival(open: RollCallView | null | undefined) {
  const [last, setLast] = useState<string | null>(null)
  const isOld = open != null && Date.now() - Date.parse(open.latest) > QUIET_ROLL_CALL
  const isAsking = last === null && isOld
  const id = open?.id ?? null
  if (id !== null && !isAsking && last !== id) setLast(id)
  return { last, isAsking, accept: setLast }
}

const isDone = (person: RollCallPerson | undefined, standing: (person: RollCallPerson) => string): boolean =>
  person !== undefined && standing(person) !== 'to-find'

const onlyOne = (items: readonly Item[]): RollCallPerson | null => {
  const [one, another] = items
  return one?.kind === 'person' && another === undefined ? one.person : null
}

function Nobody({ search, only, everybody }: { search: string; only: boolean; everybody: number }) {
  if (everybody === 0)
    return (
      <>
        <h2>Nobody is signed in</h2>
        <p>As far as this tablet knows, the building is empty. Whoever signs in appears here.</p>
      </>
    )
  if (search.trim() !== '')
    return (
      <>
        <h2>Nobody by that name is on the roll</h2>
        <p>
          They may have left, or have not signed in. Somebody who is here can be signed in at the desk; they then
          appear.
        </p>
      </>
    )
  return only ? (
    <>
      <h2>Everybody is accounted for</h2>
      <p>There is nobody still to find.</p>
    </>
  ) : null
}
