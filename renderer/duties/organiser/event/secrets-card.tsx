/** The PIN and the passphrase of this tablet: what each is for, and another one in its place. */
import { useQuery } from '@tanstack/react-query'
import { KeyRound, Printer } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useApi } from '../../../api.tsx'
import { momentInWords } from '../../../words/times.ts'
import { Button } from '../../../components/button.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { ChangeSecret, type Secret } from './change-secret.tsx'

const CHANGED: Record<Secret, string> = {
  pin: 'The steward PIN is changed. Tell your stewards: every screen that the old one had opened is locked.',
  passphrase:
    'The passphrase is changed. Write it down in a safe place: from now on this tablet opens with it. Copies saved before still open with the old one: save a new copy.',
}

const moment = momentInWords({ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' })
const whenOf = (at: string): string => moment(new Date(at))

export function SecretsCard({ rehearsal }: { rehearsal: boolean }) {
  const { api } = useApi()
  const [, go] = useLocation()
  const sheet = useQuery({ ...api.staff.sheet.queryOptions(), staleTime: 0 }).data
  const [changing, setChanging] = useState<Secret>()
  const [changed, setChanged] = useState<Secret>()
  const begin = (secret: Secret) => {
    setChanged(undefined)
    setChanging(secret)
  }
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="secrets-title">
      <h2 id="secrets-title">PIN and passphrase</h2>
      <p className="muted">
        {rehearsal
          ? 'Those of a rehearsal are known to everybody, and stay as they are.'
          : 'Change them when somebody knows them who should not. A PIN that nobody remembers is replaced here too: you need the passphrase only.'}
      </p>
      {changed === undefined ? null : <Sentence tone="ok">{CHANGED[changed]}</Sentence>}
      {rehearsal || sheet === undefined ? null : (
        <p className="muted">
          {sheet.made === null
            ? 'There is no recovery sheet: if the passphrase is lost, nobody can open this tablet.'
            : `The recovery sheet of ${whenOf(sheet.made)} is the one that works.`}
        </p>
      )}
      {rehearsal ? null : (
        <div className="row">
          <Button look="ghost" icon={KeyRound} onClick={() => begin('pin')}>
            Change the steward PIN
          </Button>
          <Button look="ghost" icon={KeyRound} onClick={() => begin('passphrase')}>
            Change the passphrase
          </Button>
          <Button look="ghost" icon={Printer} onClick={() => go('/recovery-sheet')}>
            Print a recovery sheet
          </Button>
        </div>
      )}
      {changing === undefined ? null : (
        <ChangeSecret
          secret={changing}
          onBack={() => setChanging(undefined)}
          onDone={() => {
            setChanged(changing)
            setChanging(undefined)
          }}
        />
      )}
    </section>
  )
}
