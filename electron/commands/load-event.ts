/** Loads the event from a pack; or, where it is there already, changes it as the pack says, and never without saying what hangs on it. */
import type { Choice } from '../../shared/contract/event.ts'
import { changesBetween } from '../../shared/domain/event-change/between.ts'
import type { PackChange } from '../../shared/domain/event-change/change.ts'
import { type Hanging, type HangingPart, partsOf } from '../../shared/domain/event-change/hanging.ts'
import { changeInWords } from '../../shared/domain/event-change/words.ts'
import { type EventPack, type PackError, readEventPack } from '../../shared/domain/event-pack.ts'
import { packRemarks } from '../../shared/domain/pack-remarks.ts'
import { packTextOf } from './read-pack.ts'
import type { Station } from '../station/app/station.ts'
import { dayHere } from '../../shared/domain/day-here.ts'
import { isNew } from '../station/kernel/database/index.ts'
import { type Command, failed, type Options, type Outcome, readGiven, UsageError, withStation } from './command.ts'

/** As they are named in the terminal, after the parts of the file. */
const PARTS: ReadonlyMap<string, HangingPart> = new Map([
  ['tables', 'tables'],
  ['programme', 'programme'],
  ['questions', 'questions'],
  ['priorities', 'priorities'],
  ['pledgeTypes', 'pledgeTypes'],
])

/** `tables/table-3=table-4`. Throws UsageError. */
function movesIn(options: Options): Choice[] {
  const given = options['move'] ?? []
  return (Array.isArray(given) ? given : []).map((move: string) => {
    const [, name = '', id = '', to = ''] = /^([A-Za-z]+)\/([a-z0-9-]+)=([a-z0-9-]+)$/.exec(move) ?? []
    const part = PARTS.get(name)
    if (part === undefined)
      throw new UsageError(`“${move}” is no move. Write what goes where, such as --move tables/table-3=table-4.`)
    return { part, id, to }
  })
}

/** What the file itself says is closed stays where it is. */
const closedIn = (pack: EventPack): Choice[] => {
  const all: [HangingPart, readonly { id: string; closed?: boolean | undefined }[]][] = [
    ['tables', pack.tables],
    ['programme', pack.programme],
    ['questions', pack.programme.flatMap(({ questions }) => questions)],
    ['priorities', pack.priorities],
    ['pledgeTypes', pack.pledgeTypes],
    ['sectors', pack.sectors],
  ]
  return all.flatMap(([part, list]) =>
    list.filter(({ closed }) => closed === true).map(({ id }) => ({ part, id, to: null })),
  )
}

const refused = (path: string, errors: readonly PackError[]): Outcome =>
  failed(
    [`“${path}” was refused; nothing was loaded.`, ...errors.map((error) => `  ${error.path}: ${error.message}`)].join(
      '\n',
    ),
    { errors },
  )

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]

function hangingLines({ part, id, name, references, others, ...counts }: Hanging): string[] {
  const what = [
    ...counted(counts.pledges, 'pledge', 'pledges'),
    ...counted(counts.actions, 'action', 'actions'),
    ...counted(counts.ideas, 'idea', 'ideas'),
    ...counted(counts.people, 'person', 'people'),
  ]
  const to = others[0]
  return [
    `  ${part}/${id}, “${name}”: ${what.join(', ')}${references.length === 0 ? '' : ` (${references.join(', ')})`}`,
    ...(to === undefined ? [] : [`    to move them: --move ${part}/${id}=${to.id}`]),
  ]
}

const hangs = (path: string, hanging: readonly Hanging[]): Outcome =>
  failed(
    [
      `“${path}” would close what people wrote on; nothing was changed.`,
      ...hanging.flatMap(hangingLines),
      'Move them; or keep what is there, closed, with its name: write "closed": true in the file, or load it with --force.',
    ].join('\n'),
    { hanging },
  )

const changeLines = (pack: EventPack, changes: readonly PackChange[]): string[] =>
  changes.map((change) => {
    const { what, before, after } = changeInWords(pack, change)
    const said = [before, after].map((words) => words.replaceAll('\n', ' / '))
    return before === '' && after === ''
      ? `  ${what}`
      : `  ${what}: ${said[0] || '(nothing)'} → ${said[1] || '(nothing)'}`
  })

/** The terminal’s own pack against what is there. */
function changeTo(
  station: Station,
  { path, pack, choices, options }: { path: string; pack: EventPack; choices: Choice[]; options: Options },
): Outcome {
  const { pack: held } = station.event()
  const unknown = choices.find(({ part, id }) => !partsOf(held)[part].some((one) => one.id === id))
  if (unknown !== undefined)
    return failed(
      `There is no “${unknown.id}” among the ${unknown.part} of this event, so nothing hangs on it; nothing was changed. Check what follows --move.`,
    )
  const changes = changesBetween(held, pack)
  const json = { event: pack.id, name: pack.name, code: pack.code, changes }
  if (changes.length === 0)
    return { ok: true, text: `${pack.name} is just so already; nothing was changed.`, json: { ...json, moved: 0 } }
  if (options['dry-run'] === true) {
    const seen = station.weighEvent({ changes })
    if (!seen.ok) return refused(path, seen.errors)
    const text = [
      `This would change ${pack.name}:`,
      ...changeLines(seen.next, changes),
      ...(seen.hanging.length === 0
        ? []
        : ['People wrote on what would be closed:', ...seen.hanging.flatMap(hangingLines)]),
    ]
    return { ok: true, text: text.join('\n'), json: { ...json, hanging: seen.hanging } }
  }
  const done = station.changeEvent(null, {
    changes,
    // Of two the later counts: what is moved is moved.
    choices: [...closedIn(pack), ...choices],
    keepsRest: options['force'] === true,
  })
  if (done.code === 'refused') return refused(path, done.errors)
  if (done.code === 'hangs') return hangs(path, done.hanging)
  const moved = done.moved === 0 ? [] : [`${done.moved} ${done.moved === 1 ? 'entry' : 'entries'} moved with it.`]
  return {
    ok: true,
    text: [`Changed ${pack.name}:`, ...changeLines(station.event().pack, changes), ...moved].join('\n'),
    json: { ...json, moved: done.moved },
  }
}

export const eventLoad: Command = {
  usage: 'event load FILE [--dry-run] [--move PART/ID=ID] [--force]',
  about: 'Load the event from an event pack, or change it to what the pack says; every fault in it is listed.',
  words: 1,
  options: {
    'dry-run': { type: 'boolean', about: 'says what would change and what hangs on it, and changes nothing' },
    move: {
      type: 'string',
      multiple: true,
      about: 'PART/ID=ID  where that goes which hangs on what is closed: tables/table-3=table-4',
    },
    force: { type: 'boolean', about: 'closes what people wrote on, and keeps it with its name' },
  },
  run: async ({ words: [path = ''], options, folder, keyStore }) => {
    const choices = movesIn(options)
    const bytes = readGiven(path)
    if (typeof bytes === 'string') return failed(bytes)
    const text = packTextOf(bytes)
    if (!text.ok) return refused(path, [{ path: '(file)', message: text.message }])
    const reading = readEventPack(text.text)
    if (!reading.ok) return refused(path, reading.errors)
    const { pack } = reading
    const isDry = options['dry-run'] === true
    const json = { event: pack.id, name: pack.name, code: pack.code }
    const remarksOn = (today: string) => [...(text.remark === null ? [] : [text.remark]), ...packRemarks(pack, today)]
    const remarked = (outcome: Outcome, remarks: readonly string[]): Outcome =>
      outcome.ok
        ? { ...outcome, text: [outcome.text, ...remarks].join('\n'), json: { ...outcome.json, remarks } }
        : outcome
    const wouldLoad: Outcome = { ok: true, text: `This would load ${pack.name}, ${pack.venue}.`, json }
    // Whoever only asks makes no station by it.
    if (isDry && isNew(folder)) return remarked(wouldLoad, remarksOn(dayHere(new Date())))
    return withStation({ folder, keyStore, begins: true, reads: isDry }, (station) => {
      const current = station.currentEvent()
      if (current !== null && current.pack.id !== pack.id) {
        return failed(
          `This data folder holds another event already: ${current.pack.name}. Choose another folder with --data for ${pack.name}${current.pack.name === pack.name ? `; or, if it is the same event, put back its id, “${current.pack.id}”` : ''}.`,
        )
      }
      const withRemarks = (outcome: Outcome): Outcome => remarked(outcome, remarksOn(station.today()))
      if (current !== null) return withRemarks(changeTo(station, { path, pack, choices, options }))
      if (isDry) return withRemarks(wouldLoad)
      station.loadEvent(pack, false)
      return withRemarks({ ok: true, text: `Loaded ${pack.name}, ${pack.venue}.`, json })
    })
  },
}
