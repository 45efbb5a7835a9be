/** Nothing that takes text goes round the tidying: every string of the contract's inputs and of the facts is tried. */
import { isContractProcedure } from '@orpc/contract'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { contract } from '../../shared/contract/index.ts'
import { loadedStation } from '../support/any-day.ts'

/** What a person may paste without knowing: half an emoji, and a space without width. */
const HALF = '\ud83d'
const HIDDEN = '\u200b'

/** Handed back as it was given out, chosen by the system, kept by nobody, or a file for somebody else to read. */
const AS_GIVEN = [
  'badges.people sector',
  'badges.people table',
  'drafts.save body',
  'import.analyse decisions.fixes.cells[].heading',
  'import.analyse decisions.fixes.everywhere[].heading',
  'import.analyse decisions.mapping{}',
  'import.analyse decisions.sheet',
  'import.decide changes[].cells[].heading',
  'import.decide changes[].fix.heading',
  'import.decide changes[].heading',
  'import.decide changes[].sheet',
  'pledges.list organisation',
  'pledges.list priority',
  'pledges.list sector',
  'pledges.list type',
  'rollCall.people cursor',
  'rollCall.people from',
  'rollCall.forPaper from',
  'signIn.changeDoor badges.printer',
  'signIn.list organisation',
  'signIn.list sector',
  'signIn.undoImport seen',
  'staff.changePassphrase next',
  'staff.changePassphrase passphrase',
  'staff.changePin passphrase',
  'staff.makeSheet passphrase',
  'staff.openWithSheet passphrase',
  'staff.openWithSheet sheet',
  'staff.unlock passphrase',
  'staff.unlock pin',
  'station.checkPack id',
  'station.checkPack json',
  'station.putBack passphrase',
  'station.restore name',
  'station.restore secret',
  'station.saveCopy passphrase',
  'station.setUp pack.id',
  'station.setUp pack.json',
  'station.setUp passphrase',
  'station.startRehearsal pack.id',
  'station.startRehearsal pack.json',
  'station.unseal passphrase',
  'sticks.save stick',
  'updates.install id',
  'workshops.listActions organisation',
  'workshops.listActions priority',
  'workshops.listActions sector',
  'workshops.listActions session',
  'workshops.listActions table',
  'workshops.listIdeas organisation',
  'workshops.listIdeas question',
  'workshops.listIdeas session',
  'workshops.listIdeas table',
]

type Text = { at: string; schema: z.ZodType }

/** Every string in a schema with the path to it. Throws at a kind of schema that it does not know its way through. */
function textsIn(schema: z.core.$ZodType, at: string): Text[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, part]: [string, z.core.$ZodType]) =>
      textsIn(part, at.includes(' ') ? `${at}.${name}` : `${at} ${name}`),
    )
  if (schema instanceof z.ZodArray) return textsIn(schema.element, `${at}[]`)
  if (schema instanceof z.ZodTuple) return schema.def.items.flatMap((item) => textsIn(item, `${at}[]`))
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => textsIn(option, at))
  if (schema instanceof z.ZodRecord)
    return [...textsIn(schema.keyType, `${at}{name}`), ...textsIn(schema.valueType, `${at}{}`)]
  const around = [z.ZodOptional, z.ZodNullable, z.ZodDefault, z.ZodPrefault].find((kind) => schema instanceof kind)
  if (around !== undefined) return textsIn((schema as z.ZodOptional).unwrap(), at)
  if (schema instanceof z.ZodPipe) return textsIn(schema.in, at)
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return [{ at, schema }]
  const wordless = [z.ZodEnum, z.ZodLiteral, z.ZodBoolean, z.ZodNumber, z.ZodNumberFormat, z.ZodFile]
  if (wordless.some((kind) => schema instanceof kind)) return []
  throw new Error(`Say how the strings of ${at} are found`)
}

/** Every call's input by the call's name. */
const inputsOf = (router: object, above = ''): Text[] =>
  Object.entries(router).flatMap(([name, below]: [string, object]) => {
    if (!isContractProcedure(below)) return inputsOf(below, `${above}${name}.`)
    const input = below['~orpc'].inputSchema
    return input === undefined ? [] : textsIn(input as z.ZodType, above + name)
  })

const bodiesOf = (): Text[] =>
  [...loadedStation().journal.catalogue.facts.values()].flatMap(({ type, body }) => textsIn(body, type))

/** What becomes of this text: what is kept of it, or null where it is refused. */
const kept = ({ schema }: Text, text: string): string | null => {
  const read = schema.safeParse(text)
  return read.success ? String(read.data) : null
}

const allTexts = () => [...inputsOf(contract), ...bodiesOf()]

test('there are as many as it seems, from every way in', () => {
  const texts = allTexts()
  expect(texts.length).toBeGreaterThan(150)
  const places = texts.map(({ at }) => at)
  for (const way of ['signIn.walkIn name', 'signIn.scan text', 'pledges.list search', 'delegate.added name'])
    expect(places).toContain(way)
})

test('no half emoji gets in: it is refused, or becomes a sign that a file can hold', () => {
  const getIn = allTexts().filter((text) => kept(text, `Elmdon House ${HALF}`)?.isWellFormed() === false)
  expect(getIn.map(({ at }) => at)).toEqual([])
})

test('nothing that cannot be seen gets in, but for what is handed back as it was given', () => {
  const getIn = allTexts().filter((text) => kept(text, `Elm${HIDDEN}don House`)?.includes(HIDDEN) === true)
  expect([...new Set(getIn.map(({ at }) => at))].toSorted()).toEqual(AS_GIVEN.toSorted())
})

test('every text in a fact has a label that says of whom it speaks, and no label is of a text that is not there', () => {
  // The event pack is a file that was given, about the event.
  const places = bodiesOf()
    .map(({ at }) => at)
    .filter((at) => !at.startsWith('event.loaded '))
  const labelled = [...loadedStation().journal.catalogue.facts.values()].flatMap(({ type, labels }) =>
    Object.keys(labels).map((path) => `${type} ${path}`),
  )
  expect(labelled.toSorted()).toEqual([...new Set(places)].toSorted())
  expect(places.length).toBeGreaterThan(50)
})

/** What is said of a text that is longer than any, where it is not taken. */
const saidOfLong = ({ schema }: Text): string[] =>
  schema.safeParse('x'.repeat(500_000)).error?.issues.map(({ message }) => message) ?? []

test('what people write is told how much too long it is and what to do, never in the words of a program', () => {
  const given = new Set(AS_GIVEN)
  const written = inputsOf(contract).filter((text) => !given.has(text.at) && kept(text, 'Elmdon House') !== null)
  const told = written.flatMap((text) => saidOfLong(text).map((message) => [text.at, message] as const))
  expect(told.length).toBeGreaterThan(40)
  expect(
    told.filter(([, message]) => !/^This is [\d,]+ characters too long\. Shorten it to \d+ /.test(message)),
  ).toEqual([])
})

test('a string that nobody tidies would be found', () => {
  const [loose] = textsIn(z.object({ note: z.array(z.string().nullable()) }), 'a.call')
  expect(loose).toMatchObject({ at: 'a.call note[]' })
  expect(loose && kept(loose, HALF)?.isWellFormed()).toBe(false)
})
