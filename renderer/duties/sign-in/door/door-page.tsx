/** How this desk works: with a steward or without, its scanner, badges and sounds. */
import { useQueryClient } from '@tanstack/react-query'
import { ArrowLeft, Check, Volume2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { BadgeLayout } from '../../../../shared/domain/badge-layout.ts'
import type { DoorSettings } from '../../../../shared/domain/door.ts'
import { useApi } from '../../../api.tsx'
import { Button } from '../../../components/button.tsx'
import { RadioList, SelectField, TextField, Tick } from '../../../components/fields.tsx'
import { FormHead } from '../../../components/form/form-head.tsx'
import { useForm } from '../../../components/form/use-form.ts'
import { Dock, Heading } from '../../../components/page.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { playSound } from '../../../components/play-sound.ts'
import { useScanner } from '../../../components/use-scanner.ts'
import type { DeskPage } from '../desk-page.ts'
import { BadgePrinter } from './badge-printer.tsx'
import { doorTyped } from './door-form.ts'

const MODES = [
  { value: 'staffed', label: 'A steward serves', hint: 'Locked until the PIN is entered' },
  {
    value: 'self-service',
    label: 'People sign themselves in',
    hint: 'Once you lock it; the PIN brings you back',
  },
] as const
const LAYOUTS: readonly { value: BadgeLayout; label: string }[] = [
  { value: 'a6', label: 'A6 cards' },
  { value: 'roll-62', label: 'Label roll, 62 mm wide' },
  { value: 'sheet-8', label: 'A4 sheets of 8 labels' },
  { value: 'sheet-10', label: 'A4 sheets of 10 labels' },
]
const ENDS: readonly { value: DoorSettings['scanner']['end']; label: string }[] = [
  { value: 'enter', label: 'Enter' },
  { value: 'tab', label: 'Tab' },
  { value: 'none', label: 'Nothing' },
]

export function DoorPage({ door, onLeave }: DeskPage) {
  const { client, api } = useApi()
  const queries = useQueryClient()
  const form = useForm(doorTyped, {
    prefix: 'door',
    values: door,
    send: (settings) => client.signIn.changeDoor(settings),
    onDone: (kept) => {
      queries.setQueryData(api.signIn.door.queryKey(), kept)
      onLeave()
    },
  })
  const { values, busy } = form
  const badges = (next: Partial<DoorSettings['badges']>) => form.put({ badges: { ...values.badges, ...next } })
  const scanner = (next: Partial<DoorSettings['scanner']>) => form.put({ scanner: { ...values.scanner, ...next } })
  const [tried, setTried] = useState<{ text: string; pace: number | null }>()

  // Tried here as it is set here, so that a steward sees what the scanner gives before anybody queues.
  // What is learnt of its pace goes with the other settings once they are kept.
  useScanner(
    (text, pace) => {
      setTried({ text, pace })
      scanner({ pace: Math.min(pace, SLOWEST) })
    },
    true,
    useSettled(values.scanner),
    { trying: true, onUnclear: (text) => setTried({ text, pace: null }) },
  )

  return (
    <form className="fill stack gap-0" noValidate onSubmit={(event) => void form.submit(event)}>
      <main className="sign-in-page stack gap-4">
        <Heading>How this desk works</Heading>
        <FormHead form={form} />
        <RadioList legend="Who signs people in?" name="mode" columns="two" {...form.choice('mode')} options={MODES} />
        <div className="sign-in-halves columns one-upright top">
          <section className="stack gap-3" aria-labelledby="door-badges">
            <h2 id="door-badges">Badges</h2>
            <BadgePrinter value={values.badges.printer} onChange={(printer) => badges({ printer })}>
              <SelectField
                label="Badges are printed on"
                value={values.badges.layout}
                options={LAYOUTS}
                onText={(layout) => {
                  const chosen = LAYOUTS.find(({ value }) => value === layout)
                  if (chosen !== undefined) badges({ layout: chosen.value })
                }}
              />
            </BadgePrinter>
            <Tick
              label="Print a badge when somebody signs in"
              checked={values.badges.onSignIn}
              onChange={(onSignIn) => badges({ onSignIn })}
            />
          </section>
          <section className="stack gap-3" aria-labelledby="door-scanner-title">
            <h2 id="door-scanner-title">A scanner that types</h2>
            <div className="sign-in-pair columns low">
              <TextField
                id={form.choice('scanner').id}
                label="It types first"
                hint="Usually nothing"
                error={form.choice('scanner').error}
                maxLength={40}
                value={values.scanner.prefix}
                onText={(prefix) => scanner({ prefix })}
              />
              <SelectField
                label="It presses last"
                hint="Usually Enter"
                value={values.scanner.end}
                options={ENDS}
                onText={(end) => {
                  const chosen = ENDS.find(({ value }) => value === end)
                  if (chosen !== undefined) scanner({ end: chosen.value })
                }}
              />
            </div>
            <Sentence tone={tried === undefined ? 'plain' : tried.pace === null ? 'warn' : 'ok'}>
              {tried === undefined ? (
                'Scan any badge now to try it. Nobody is signed in here.'
              ) : (
                <span className="any-break">{triedWords(tried)}</span>
              )}
            </Sentence>
          </section>
        </div>
        <div className="sign-in-setting-row columns one-upright">
          <Tick
            label="A short sound with every answer"
            checked={values.sound}
            onChange={(sound) => {
              form.put({ sound })
              if (sound) playSound('ok')
            }}
          />
          <div className="sign-in-steps row">
            {SOUNDS.map(({ sound, label }) => (
              <Button key={sound} look="quiet" icon={Volume2} onClick={() => playSound(sound)}>
                {label}
              </Button>
            ))}
          </div>
        </div>
      </main>
      <Dock>
        <Button type="submit" icon={Check} busy={busy}>
          {busy ? 'Saving…' : 'Keep it so'}
        </Button>
        <Button look="quiet" icon={ArrowLeft} onClick={onLeave}>
          Back without saving
        </Button>
      </Dock>
    </form>
  )
}

/** Long enough that the first keys of a scan, which reach the field in focus before they are taken out again, change nothing. */
const SETTLED = 300

/** The scanner's settings once nobody has changed them for a moment. */
function useSettled({ prefix, end, pace }: DoorSettings['scanner']): DoorSettings['scanner'] {
  const [settled, setSettled] = useState({ prefix, end })
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ prefix, end }), SETTLED)
    return () => clearTimeout(timer)
  }, [prefix, end])
  return { ...settled, pace }
}

/** What a scanner's pace is kept up to. Milliseconds. */
const SLOWEST = 1000
/** From here on a scanner is slow enough to be worth a word. Milliseconds. */
const SLOW = 40

function triedWords({ text, pace }: { text: string; pace: number | null }): string {
  const read = text.length > 60 ? `${text.slice(0, 60)}…` : text
  if (pace === null)
    return `It gave “${read}”, and that was not understood. Does it press the key that is set here? Scan once more.`
  return pace > SLOW
    ? `It reads “${read}”. It types slowly, about ${pace} milliseconds a key; “Keep it so” makes this desk wait for it.`
    : `It reads “${read}”.`
}

const SOUNDS = [
  { sound: 'ok', label: 'Signed in' },
  { sound: 'warn', label: 'Look here' },
  { sound: 'bad', label: 'Fetch somebody' },
] as const
