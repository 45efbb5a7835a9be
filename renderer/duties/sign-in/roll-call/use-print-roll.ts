/** Prints the roll that is open, as this screen has it; where none is, whoever is here now, with what they need. */
import { useRef, useState } from 'react'
import type { RollCallPerson, RollCallView } from '../../../../shared/contract/roll-call.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { undrawnIn } from '../../../components/undrawn/look.ts'
import { NO_ROLL, type Roll, withLatest } from './roll.ts'
import { WOULD_NOT_PRINT } from './words.ts'

type Job = { serial: number; rollCall: RollCallView | null; roll: Roll; undrawn: ReadonlySet<string> }

/** `rollCall`: the one whose roll is printed; null for a list on a clipboard. */
export function usePrintRoll(rollCall: RollCallView | null) {
  const { client } = useApi()
  const [job, setJob] = useState<Job | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const serial = useRef(0)

  /** The needs of a list for a clipboard are read for this paper alone, and are not kept. */
  const readForPaper = async (): Promise<Roll> => {
    const items: RollCallPerson[] = []
    for (let from: string | null = ''; from !== null;) {
      const page: Awaited<ReturnType<typeof client.rollCall.forPaper>> = await client.rollCall.forPaper({ from })
      items.push(...page.items)
      from = page.next
    }
    return withLatest(NO_ROLL, { cursor: '', whole: true, items, gone: [] })
  }
  const print = async (held: Roll): Promise<void> => {
    if (busy || job !== null) return
    setBusy(true)
    setError(undefined)
    try {
      const roll = rollCall === null ? await readForPaper() : held
      const undrawn = await undrawnIn([...roll.people.values()].flatMap(({ name, access }) => [name, access]))
      serial.current += 1
      setJob({ serial: serial.current, rollCall, roll, undrawn })
    } catch (cause) {
      setError(sentenceOf(cause))
    } finally {
      setBusy(false)
    }
  }
  return {
    job,
    busy,
    error,
    print,
    done: () => setJob(null),
    failed: () => {
      setJob(null)
      setError(WOULD_NOT_PRINT)
    },
  }
}
