/** What was promised and proposed, in plots and the tables beside them. */
import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { FollowUpNumbers } from '../../../../shared/contract/follow-up.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { Waiting } from '../../../components/no-station.tsx'
import { NumbersPaper, PaperMark } from '../../../components/numbers/numbers-paper.tsx'
import { OverTimeCard, OverTimeOnPaper } from '../../../components/numbers/over-time-card.tsx'
import { ShareTable } from '../../../components/numbers/share-table.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { useNow } from '../../../components/use-now.ts'
import { actionsWords, pledgesWords } from '../today/today-words.ts'
import { FollowUpHead } from './follow-up-tabs.tsx'
import {
  gapRows,
  kindRows,
  madeOverTime,
  monthRows,
  ownerRows,
  PLEDGES_MADE,
  priorityRows,
  sectorRows,
} from './follow-up-words.ts'
import '../../../components/numbers/numbers.css'

type Props = { pack: EventPack; rehearsal: boolean }

export function NumbersPage({ pack, rehearsal }: Props) {
  const { api } = useApi()
  const now = useNow()
  const found = useQuery(api.followUp.numbers.queryOptions())
  const [isPrinting, setPrinting] = useState(false)
  const numbers = found.data
  return (
    <>
      <FollowUpHead
        title="Promises in numbers"
        line={
          numbers === undefined
            ? undefined
            : `${pledgesWords(numbers.totals.pledges)} and ${actionsWords(numbers.totals.actions)}, without what was withdrawn`
        }
      >
        {numbers === undefined ? null : (
          <Button look="ghost" icon={Printer} onClick={() => setPrinting(true)}>
            Print the numbers
          </Button>
        )}
      </FollowUpHead>
      {found.error === null ? null : <Sentence tone="bad">{sentenceOf(found.error)}</Sentence>}
      {numbers === undefined ? (
        found.error === null ? (
          <Waiting />
        ) : null
      ) : (
        <div className="numbers stack gap-4">
          <OverTimeCard
            overTime={madeOverTime(numbers)}
            counted={PLEDGES_MADE}
            whole={numbers.totals.pledges}
            now={now}
          />
          <Tables numbers={numbers} />
        </div>
      )}
      {isPrinting && numbers !== undefined ? (
        <PrintPromises
          numbers={numbers}
          pack={pack}
          rehearsal={rehearsal}
          now={now}
          onDone={() => setPrinting(false)}
        />
      ) : null}
    </>
  )
}

function Tables({ numbers }: { numbers: FollowUpNumbers }) {
  const { pledges, actions } = numbers.totals
  return (
    <div className="numbers-halves one-upright columns top">
      <ShareTable
        title="Pledges by kind"
        of="Kind"
        rows={kindRows(numbers)}
        full="Pledges"
        more="How many"
        line="“How many” adds up what was promised; a pledge without a number counts as one."
        none="Nobody has pledged yet."
      />
      <ShareTable
        title="Pledges by sector"
        of="Sector"
        rows={sectorRows(numbers)}
        full="Pledges"
        none="Nobody has pledged yet."
      />
      <ShareTable
        title="By priority"
        of="Priority"
        rows={priorityRows(numbers)}
        full="Pledges"
        hollow="Actions"
        none="The event has no priorities."
      />
      <ShareTable
        title="What is still open"
        of="Gap"
        rows={gapRows(numbers)}
        full="How many"
        line={`Of ${countWords(pledges)} pledges and ${countWords(actions)} actions.`}
        none=""
      />
      <ShareTable
        title="Actions by owner"
        of="Owner"
        rows={ownerRows(numbers)}
        full="With a date"
        hollow="Without"
        none="No table has proposed an action yet."
      />
      <ShareTable
        title="Actions by month"
        of="Due in"
        rows={monthRows(numbers)}
        full="With an owner"
        hollow="Without"
        none="No table has proposed an action yet."
      />
    </div>
  )
}

type Printing = Props & { numbers: FollowUpNumbers; now: Date; onDone: () => void }

function PrintPromises({ numbers, pack, rehearsal, now, onDone }: Printing) {
  const mark = rehearsal ? 'REHEARSAL – nobody here really promised anything' : null
  return (
    <NumbersPaper of="promises" pack={pack} asOf={numbers.asOf} mark={mark} onDone={onDone}>
      <p>
        {pledgesWords(numbers.totals.pledges)} and {actionsWords(numbers.totals.actions)}, without what was withdrawn.
      </p>
      <OverTimeOnPaper
        overTime={madeOverTime(numbers)}
        counted={PLEDGES_MADE}
        whole={numbers.totals.pledges}
        now={now}
      />
      <PaperMark mark={mark} />
      <Tables numbers={numbers} />
    </NumbersPaper>
  )
}
