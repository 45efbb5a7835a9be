/** Badges that are scanned during a pledge: whose they are, or what to say. */
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { useScanner } from '../../components/use-scanner.ts'
import { type PledgingPerson, readPerson } from './flow/answers.ts'
import type { Notice } from './form-view.ts'

type Heard = {
  /** False while there is nobody to ask: the scan is swallowed, so that it does not press a button or fill a field. */
  active: boolean
  /** Somebody is in the middle of a pledge of their own. */
  taken: boolean
  onPerson: (person: PledgingPerson) => void
  onNotice: (notice: Notice) => void
}

export function useBadge({ active, taken, onPerson, onNotice }: Heard): void {
  const { client } = useApi()
  const read = async (text: string) => {
    try {
      const answer = await client.pledges.scan({ text })
      if (answer.code === 'found') onPerson(readPerson(answer.person))
      else if (answer.code === 'other-event')
        onNotice({ tone: 'warn', words: `That badge is for another event: ${answer.event}. Type your name instead.` })
      else
        onNotice({ tone: 'warn', words: 'That badge is not one of this event’s. Try it once more, or type your name.' })
    } catch (error) {
      onNotice({ tone: 'bad', words: sentenceOf(error) })
    }
  }
  useScanner((text) => {
    if (!active) return
    if (!taken) void read(text)
    else
      onNotice({
        tone: 'warn',
        words: 'A badge was scanned. To pledge as somebody else, finish this pledge first, or start again.',
      })
  })
}
