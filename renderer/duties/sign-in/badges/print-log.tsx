/** The print log: every printing, the latest first, with the way to say that something did not come out and to print it again. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { CircleAlert, Printer } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { PrintLogLine } from '../../../../shared/contract/badges.ts'
import type { BadgeLayout } from '../../../../shared/domain/badge-layout.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { Chip } from '../../../components/chip.tsx'
import { RecordList } from '../../../components/lists/record-list.tsx'
import { SearchBox } from '../../../components/lists/search-box.tsx'
import { useListing } from '../../../components/lists/use-listing.ts'
import { Dock } from '../../../components/page.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { timeOf } from '../../../words/times.ts'
import { LAYOUT_WORDS, badgesWords, outcomeWords, WHY_WORDS, whoseWords } from './badge-words.ts'
import { PrintBadges } from './print-badges.tsx'
import { PrintingDialog } from './printing-dialog.tsx'
import '../../../components/lists/lists.css'

type Props = { head: ReactNode; leave: ReactNode; now: Date }
type Said = { tone: 'ok' | 'bad'; words: string }

export function PrintLog({ head, leave, now }: Props) {
  const { client, api } = useApi()
  const listing = useListing()
  const [opened, setOpened] = useState<PrintLogLine | null>(null)
  const [serial, setSerial] = useState(0)
  const [again, setAgain] = useState<{ serial: number; delegates: string[]; layout: BadgeLayout } | null>(null)
  const [said, setSaid] = useState<Said>()
  const found = useQuery({
    ...api.badges.log.queryOptions({ input: { ...listing.page, search: listing.search } }),
    placeholderData: keepPreviousData,
  })
  const printAgain = (delegates: string[], layout: BadgeLayout) => {
    setSerial(serial + 1)
    setAgain({ serial, delegates, layout })
  }
  /** Says that these of a printing did not come out; without `delegates`, none did. False where it could not be written. */
  const notOut = async (line: PrintLogLine, delegates: string[] | null): Promise<boolean> => {
    try {
      const { badges } = await client.badges.notOut({ job: line.job, delegates })
      setSaid({ tone: 'ok', words: `Noted: ${badgesWords(badges)} did not come out.` })
      return true
    } catch (error) {
      setSaid({ tone: 'bad', words: sentenceOf(error) })
      return false
    }
  }
  return (
    <>
      <main className="sign-in-page stack gap-4">
        {head}
        <div className="row">
          <SearchBox
            label="Search the print log"
            hint="Name or organisation"
            value={listing.typed}
            onText={listing.type}
          />
        </div>
        <RecordList
          name="Print log"
          noun={{ one: 'printing', many: 'printings' }}
          listing={listing}
          found={found}
          narrowed={listing.search !== ''}
          onWiden={() => listing.type('')}
          columns={[
            { heading: 'When', className: 'badges-when-column' },
            { heading: 'Whose' },
            { heading: 'On what', className: 'badges-paper-column' },
            { heading: 'Do', className: 'badges-do-column' },
          ]}
          none={<p>No badge has been printed yet. Every printing stands here, the latest first.</p>}
        >
          {(line) => (
            <tr key={line.job}>
              <td>
                {timeOf(line.at, now)}
                <span className="list-under muted tiny two-lines">{line.station}</span>
              </td>
              <td className="badges-whose">
                <b className="list-clip two-lines">{whoseWords(line)}</b>
                {line.failed === 0 ? null : (
                  <Chip tone="bad" icon={CircleAlert}>
                    {outcomeWords(line)}
                  </Chip>
                )}
              </td>
              <td>
                {LAYOUT_WORDS[line.layout].name}
                <span className="list-under muted tiny two-lines">{WHY_WORDS[line.why]}</span>
              </td>
              <td>
                <div className="badges-do stack gap-half">
                  {line.badges > 1 ? (
                    <Button
                      look="ghost"
                      aria-label={`Look through ${whoseWords(line)}, ${timeOf(line.at, now)}`}
                      onClick={() => setOpened(line)}
                    >
                      Look through
                    </Button>
                  ) : (
                    <>
                      <Button
                        look="ghost"
                        icon={Printer}
                        aria-label={`Print again: ${line.first.name}`}
                        onClick={() => printAgain([line.first.id], line.layout)}
                      >
                        Print again
                      </Button>
                      {line.failed > 0 ? null : (
                        <Button
                          look="quiet"
                          aria-label={`Did not come out: ${line.first.name}`}
                          onClick={() => void notOut(line, null)}
                        >
                          Did not come out
                        </Button>
                      )}
                    </>
                  )}
                </div>
              </td>
            </tr>
          )}
        </RecordList>
      </main>
      <Dock>
        {leave}
        <div className="grow badges-said beside">
          {said === undefined ? null : said.tone === 'bad' ? (
            <Sentence tone="bad">{said.words}</Sentence>
          ) : (
            <p role="status">{said.words}</p>
          )}
        </div>
      </Dock>
      {opened === null ? null : (
        <PrintingDialog
          key={opened.job}
          line={opened}
          now={now}
          onClose={() => setOpened(null)}
          onNotOut={(delegates) => notOut(opened, delegates)}
          onPrint={(delegates) => printAgain(delegates, opened.layout)}
        />
      )}
      {again === null ? null : (
        <PrintBadges
          key={again.serial}
          delegates={again.delegates}
          layout={again.layout}
          why="again"
          onDone={(outcome) => {
            setAgain((current) => (current?.serial === again.serial ? null : current))
            setSaid(
              outcome.code === 'sent'
                ? { tone: 'ok', words: `${badgesWords(outcome.badges)} went to the printer again.` }
                : { tone: 'bad', words: outcome.sentence },
            )
          }}
        />
      )}
    </>
  )
}
