/** A form: what is typed, what is wrong with it, handing it over once, what is said of that, and what is kept of it meanwhile. */
import { type SubmitEvent, useId, useLayoutEffect, useState } from 'react'
import type { z } from 'zod'
import { tellPageShown } from '../presses/page-shown.ts'
import { sentenceOf } from '../../client.ts'
import { type FieldError, errorOf } from '../fields.tsx'
import { type Draft, useDraft } from '../use-draft.ts'
import { checkTyped, fieldId } from './check.ts'
import { type Said, useSending } from './use-sending.ts'

/** The form stays: what is wrong at which field (by its name), or what is to be said; and what the fields hold from then on. */
export class Stays {
  readonly why: { errors?: Readonly<Record<string, string>>; said?: Said; become?: Readonly<Record<string, string>> }
  constructor(why: Stays['why']) {
    this.why = why
  }
}

type Options<Values, Value, Answer> = {
  /** What the ids of its fields begin with: `walk-in-name`. */
  prefix: string
  /** What it begins with. It stays so, though the record may change under it. */
  values: Values
  /** Where what is typed is kept, and how it is read back; left out where nothing is kept. */
  draft?: { scope: string; read: (body: unknown) => Values | null }
  /** Hands it over. What it throws is said, above the form or at the field `throwsAt`, and everything typed stays. */
  send: (value: Value, typed: Values) => Promise<Answer | Stays> | Answer | Stays
  /** It was taken, and nothing of it is kept any more. */
  onDone?: (answer: Answer) => Promise<void> | void
  throwsAt?: keyof Values & string
  /** True where typing takes away what was said; else it stands until the form is sent again. */
  forgiving?: boolean
}

/** The names of what a form holds that is text, or a yes or no. */
type Of<Values, Kind> = { [Name in keyof Values]: Values[Name] extends Kind ? Name : never }[keyof Values] & string

export type Form<Values> = {
  /** Of the `<form>`, for a button that stands outside it. */
  id: string
  values: Values
  put: (next: Partial<Values>) => void
  /** One field of it, ready to be spread over a text field, a list or several answers, or a tick. */
  text: (name: Of<Values, string>) => {
    id: string
    value: string
    error: string | undefined
    onText: (text: string) => void
  }
  choice: <Name extends keyof Values & string>(
    name: Name,
  ) => { id: string; value: Values[Name]; error: string | undefined; onChange: (value: Values[Name]) => void }
  tick: (name: Of<Values, boolean>) => { id: string; checked: boolean; onChange: (checked: boolean) => void }
  errors: readonly FieldError[]
  said: Said | undefined
  busy: boolean
  draft: Draft<Values>
  submit: (event?: SubmitEvent) => Promise<void>
  /** Does something else with it, while which it cannot be sent; what that throws is said. */
  attempt: (work: () => Promise<void> | void) => Promise<void>
  say: (said: Said | undefined) => void
  /** Takes away what was said of it. */
  forgive: () => void
}

const NO_ERRORS: readonly FieldError[] = []

export function useForm<Values extends object, Value, Answer = void>(
  schema: z.ZodType<Value>,
  { prefix, values: begun, draft: kept, send, onDone, throwsAt, forgiving = false }: Options<Values, Value, Answer>,
): Form<Values> {
  const id = useId()
  const [start] = useState(begun)
  const [values, setValues] = useState(start)
  const [errors, setErrors] = useState(NO_ERRORS)
  const { busy, said, say, attempt } = useSending()
  // What is wrong was not there when a doubled press began: its second half hands nothing over once more.
  useLayoutEffect(() => {
    if (errors.length > 0) tellPageShown()
  }, [errors])
  const draft = useDraft<Values>(kept?.scope ?? null, values, start, kept?.read ?? (() => null))

  const forgive = () => {
    setErrors(NO_ERRORS)
    say(undefined)
  }
  const put = (next: Partial<Values>) => {
    setValues((before) => ({ ...before, ...next }))
    if (forgiving) setErrors(NO_ERRORS)
  }
  const handOver = async (value: Value): Promise<Answer | Stays> => {
    try {
      return await send(value, values)
    } catch (error) {
      if (throwsAt === undefined) throw error
      return new Stays({ errors: { [throwsAt]: sentenceOf(error) } })
    }
  }
  const submit = async (event?: SubmitEvent) => {
    event?.preventDefault()
    if (busy) return
    const checked = checkTyped(schema, values, prefix)
    setErrors(checked.ok ? NO_ERRORS : checked.errors)
    if (!checked.ok) {
      say(checked.words === '' ? undefined : { tone: 'plain', words: checked.words })
      return
    }
    await attempt(async () => {
      const answer = await handOver(checked.value)
      if (!(answer instanceof Stays)) {
        await draft.clear()
        await onDone?.(answer)
        return
      }
      const { errors: wrong = {}, become = {}, said: words } = answer.why
      setErrors(Object.entries(wrong).map(([name, message]) => ({ id: fieldId(prefix, name), message })))
      setValues((before) => ({ ...before, ...become }))
      say(words)
    })
  }
  const part = (name: string) => ({
    id: fieldId(prefix, name),
    error: errorOf(errors, fieldId(prefix, name)),
  })
  const one = <Name extends keyof Values>(name: Name, value: Values[Name]) => put({ [name]: value } as never)

  return {
    id,
    values,
    put,
    text: (name) => ({
      ...part(name),
      value: String(values[name]),
      onText: (text) => one(name, text as never),
    }),
    choice: (name) => ({ ...part(name), value: values[name], onChange: (value) => one(name, value) }),
    tick: (name) => ({
      id: fieldId(prefix, name),
      checked: Boolean(values[name]),
      onChange: (checked) => one(name, checked as never),
    }),
    errors,
    said,
    busy,
    draft,
    submit,
    attempt,
    say,
    forgive,
  }
}
