/** Asks the station whether everything it holds is whole: for the organiser, and for staff at any tablet. */
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../api.tsx'
import { sentenceOf } from '../client.ts'
import { Button } from './button.tsx'
import { Sentence } from './sentence.tsx'
import { countWords } from './tree-totals.ts'

/** More findings than this say no more. */
const SHOWN = 5

type Said = { tone: 'ok' | 'bad'; words: string; findings: readonly string[] }

export function Soundness({ className }: { className: string }) {
  const { client } = useApi()
  const [said, setSaid] = useState<Said>()
  const [busy, setBusy] = useState(false)
  const check = async () => {
    setBusy(true)
    setSaid(undefined)
    try {
      const { sound, facts, findings } = await client.station.check()
      setSaid(
        sound
          ? {
              tone: 'ok',
              words: `Everything is whole: all ${countWords(facts)} entries are as they were written.`,
              findings: [],
            }
          : {
              tone: 'bad',
              words:
                'Something is not as it was written. Export the action plan now, and tell whoever looks after the tablets:',
              findings: findings.slice(0, SHOWN),
            },
      )
    } catch (error) {
      setSaid({ tone: 'bad', words: sentenceOf(error), findings: [] })
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className={className} aria-labelledby="sound-title">
      <h2 id="sound-title">Is everything whole?</h2>
      {said === undefined ? (
        <p className="muted">
          Reads every entry and compares it with what was written. It may take a moment; nothing is changed.
        </p>
      ) : (
        <Sentence tone={said.tone}>
          <p>{said.words}</p>
          {said.findings.length === 0 ? null : (
            <ul className="small">
              {said.findings.map((finding) => (
                <li key={finding}>{finding}</li>
              ))}
            </ul>
          )}
        </Sentence>
      )}
      <div className="row">
        <Button look="ghost" icon={ShieldCheck} busy={busy} onClick={() => void check()}>
          {busy ? 'Checking…' : 'Check everything'}
        </Button>
      </div>
    </section>
  )
}
