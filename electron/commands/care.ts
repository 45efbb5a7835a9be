/** Commands that look after a station: its state, its soundness, its rehearsal, its browser host. */
import { spawn } from 'node:child_process'
import { REHEARSAL_SECRETS } from '../../shared/domain/rehearsal.ts'
import { OWN_FOLDERS } from '../places.ts'
import { serve as serveStation } from '../serve/serve.ts'
import { createPacks } from '../station/event/index.ts'
import { openKiosk } from '../station/app/kiosk.ts'
import { isNew } from '../station/kernel/database/index.ts'
import { openToOthers } from '../files/own-files.ts'
import { rehearseIn, type Station } from '../station/app/station.ts'
import { createWarningWatch, lineOf } from '../station/warnings/index.ts'
import { packTextOf } from './read-pack.ts'
import { type Command, failed, readGiven, wholeNumber, withStation } from './command.ts'

/** One look, without what a running app remembers: a clock that was moved and has caught up is not noticed here. */
function warningsOf(station: Station, folder: string) {
  const watch = createWarningWatch({ folder, now: Date.now, newest: station.lastWritten })
  watch.look()
  return watch.current()
}

export const status: Command = {
  usage: 'status',
  about: 'What is on this station, and whether its disk or its clock needs somebody.',
  words: 0,
  options: {},
  run: ({ folder, keyStore }) =>
    withStation({ folder, keyStore, reads: true }, (station) => {
      const current = station.currentEvent()
      const described = station.described()
      const backups = station.backups()
      const warnings = warningsOf(station, folder)
      const warned = [...warnings.map(lineOf), ...openToOthers(folder)].map((line) => `Warning: ${line}`)
      if (current === null)
        return {
          ok: true,
          text: [`No event is loaded yet. The data folder is ${folder}.`, ...warned].join('\n'),
          json: { folder, station: described, event: null, setUp: false, warnings },
        }
      const { here, delegates, walkIns, pledges, pledgesWithdrawn, actions, actionsWithGaps, ideas, facts } =
        station.plan.overview()
      const counts = {
        delegates,
        here,
        walkIns,
        pledges,
        pledgesWithdrawn,
        actions,
        actionsWithGaps,
        ideas,
        facts,
        backups: backups.length,
      }
      const text = [
        `${current.rehearsal ? 'REHEARSAL: ' : ''}${current.pack.name}, ${current.pack.venue}`,
        `${here} of ${delegates} delegates here, ${walkIns} walk-ins`,
        `${pledges} pledges (${pledgesWithdrawn} withdrawn), ${actions} actions (${actionsWithGaps} with gaps), ${ideas} ideas`,
        `${facts} facts, ${backups.length} backups, in ${folder}`,
        ...warned,
      ].join('\n')
      return {
        ok: true,
        text,
        json: {
          folder,
          station: described,
          event: { id: current.pack.id, name: current.pack.name, code: current.pack.code },
          rehearsal: current.rehearsal,
          setUp: station.isSetUp(),
          ...counts,
          warnings,
        },
      }
    }),
}

export const check: Command = {
  usage: 'check',
  about: 'Check every fact and every record; exit 1 where something is not as it was written.',
  words: 0,
  options: {},
  run: ({ folder, keyStore }) =>
    withStation({ folder, keyStore, reads: true }, (station) => {
      const { sound, facts, findings } = station.check()
      return {
        ok: sound,
        text: sound ? `Sound: ${facts} facts, every chain and every record holds.` : findings.join('\n'),
        json: { sound, facts, findings },
      }
    }),
}

export const rehearse: Command = {
  usage: 'rehearse --delegates N --pledges N --actions N --seed S [--pack FILE]',
  about: 'Fill a folder with an invented crowd; refuses a folder that holds a real event.',
  words: 0,
  options: {
    pack: { type: 'string', about: 'FILE  the event; the one at the NEC if not said' },
    delegates: { type: 'string', about: 'N  how many people' },
    pledges: { type: 'string', about: 'N  how many pledges' },
    actions: { type: 'string', about: 'N  how many actions' },
    seed: { type: 'string', about: 'N  the same number makes the same crowd' },
  },
  run: async ({ options, folder, keyStore }) => {
    const crowd = {
      delegates: wholeNumber(options, 'delegates', 248),
      pledges: wholeNumber(options, 'pledges', 142),
      actions: wholeNumber(options, 'actions', 57),
      seed: wholeNumber(options, 'seed', 1, 2 ** 31),
    }
    const shelf = createPacks(OWN_FOLDERS.resources)
    const given = typeof options['pack'] === 'string' ? readGiven(options['pack']) : null
    if (typeof given === 'string') return failed(given)
    const text = given === null ? null : packTextOf(given)
    if (text?.ok === false) return failed(text.message)
    const reading = shelf.choose(
      text === null ? { kind: 'shipped', id: 'solihull-nec' } : { kind: 'file', json: text.text },
    )
    if (!reading.ok) {
      const refusal = [
        'That event pack was refused; nothing was made.',
        ...reading.errors.map((error) => `  ${error.path}: ${error.message}`),
      ].join('\n')
      return failed(refusal, { errors: reading.errors })
    }
    if (!isNew(folder)) {
      const held = await withStation({ folder, keyStore, reads: true }, (station) => {
        const current = station.currentEvent()
        const error = `This data folder holds a real event (${current?.pack.name}). A rehearsal needs a folder of its own: choose one with --data.`
        return current !== null && !current.rehearsal ? failed(error) : { ok: true, text: '', json: {} }
      })
      if (!held.ok) return held
    }
    const { pack } = reading
    const { resources } = OWN_FOLDERS
    const filled = await rehearseIn(folder, { pack, ...crowd, now: Date.now(), resources }, { keyStore })
    return {
      ok: true,
      text: `REHEARSAL of ${pack.name}: ${filled.delegates} delegates, ${filled.pledges} pledges, ${filled.actions} actions, ${filled.ideas} ideas. PIN ${REHEARSAL_SECRETS.pin}, passphrase “${REHEARSAL_SECRETS.passphrase}”.`,
      json: { ...filled, seed: crowd.seed, event: pack.id },
    }
  },
}

/** Opens an address in the person's own browser, where there is one; nothing depends on it. */
function openInBrowser(link: string): void {
  const [command, ...args] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open']
  if (
    command === undefined ||
    (process.platform === 'linux' &&
      process.env['DISPLAY'] === undefined &&
      process.env['WAYLAND_DISPLAY'] === undefined)
  )
    return
  const child = spawn(command, [...args, link], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}

export const serve: Command = {
  usage: 'serve [--port N] [--seal]',
  about: 'Serve the station to a browser on this machine, until Ctrl+C; --seal locks its key with the passphrase.',
  words: 0,
  options: {
    port: { type: 'string', about: 'N  the port; another free one is found where it is not said' },
    open: { type: 'boolean', about: 'opens the address in your browser' },
    seal: { type: 'boolean', about: 'locks the key with the organiser passphrase' },
  },
  stays: true,
  run: async ({ options, folder, keyStore, print }) => {
    const port = wholeNumber(options, 'port', 4170, 65_535)
    const kiosk = openKiosk(folder, {
      resources: OWN_FOLDERS.resources,
      keyStore,
      log: ({ call, outcome }) => {
        if (outcome !== 'ok' && /^(BUG|FAILED|FOUND|STORAGE)/.test(outcome))
          process.stderr.write(`${new Date().toISOString()} ${call}: ${outcome}\n`)
      },
    })
    const serving = await serveStation(kiosk, {
      folder,
      pages: OWN_FOLDERS.pages,
      port,
      exact: options['port'] !== undefined && options['port'] !== '0',
    })
    for (const sentence of openToOthers(folder)) process.stderr.write(`${sentence}\n`)
    print({ link: serving.link, port: serving.port, folder })
    if (options['open'] === true) openInBrowser(serving.link)
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
    })
    await serving.close()
    kiosk.close()
    return { ok: true, text: 'Closed. Everything is saved.', json: { closed: true } }
  },
}
