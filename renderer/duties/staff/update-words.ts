/** What staff read about an update: for everything that can be found on a stick or a server, what it is and what to do. */
import type { UpdateLook } from '../../../shared/contract/updates.ts'
import { assertNever } from '../../../shared/domain/never.ts'

type Words = { tone: 'ok' | 'warn' | 'bad' | 'plain'; title: string; more: string }

const FOLDER = 'called “pledge-kiosk-update”, at the top of the stick and not inside another folder'
const TELL_IT = 'Tell whoever looks after the tablets.'

const where = (stick: string | null) => (stick === null ? 'on the server' : `on the stick “${stick}”`)
const invalidate = (stick: string | null) =>
  stick === null ? TELL_IT : 'Ask whoever gave you the stick for a new one.'

export function updateWords({ found, current }: Pick<UpdateLook, 'found' | 'current'>): Words {
  switch (found.code) {
    case 'offered':
      return {
        tone: 'ok',
        title: `An update is ${where(found.stick)}: version ${found.version}. This tablet has ${current}.`,
        more: found.byHand
          ? 'It was checked, and is installed by hand: Pledge Kiosk closes and shows it to you. Everything on this computer stays.'
          : 'It was checked and can be installed. It takes about a minute; everything on this tablet stays.',
      }
    case 'no-stick':
      return {
        tone: 'plain',
        title: `There is no stick in this tablet, which has version ${current}.`,
        more: 'Put the stick with the update in, wait a moment, and look again.',
      }
    case 'no-update':
      return found.online
        ? {
            tone: 'plain',
            title: `There is no update on the server, and none on a stick. This tablet has version ${current}.`,
            more: `If you were given one on a stick, put it in, wait a moment, and look again: it is in a folder ${FOLDER}.`,
          }
        : {
            tone: 'plain',
            title: `There is no update on the stick. This tablet has version ${current}.`,
            more: `An update is a folder ${FOLDER}.`,
          }
    case 'not-signed':
      return {
        tone: 'bad',
        title: `What is ${where(found.stick)} is not from whoever makes the updates for this tablet, or it was changed on the way.`,
        more: `Nothing of it was used. ${invalidate(found.stick)}`,
      }
    case 'not-understood':
      return {
        tone: 'warn',
        title: `The update ${where(found.stick)} is of a kind that this version, ${current}, does not know.`,
        more: 'Ask whoever looks after the tablets: it may need a version in between.',
      }
    case 'same':
      return {
        tone: 'ok',
        title: `This tablet has version ${current} already: the same as ${where(found.stick)}.`,
        more: 'There is nothing to do.',
      }
    case 'older':
      return {
        tone: 'plain',
        title: `${found.stick === null ? 'The server' : `The stick “${found.stick}”`} has version ${found.version}, which is older than this tablet’s ${current}.`,
        more: 'An older version could not read what a newer one has written, so it is not installed.',
      }
    case 'other-machine':
      return {
        tone: 'warn',
        title: `Version ${found.version} ${where(found.stick)} is for another kind of machine.`,
        more: `Nothing there fits this tablet. Ask whoever ${found.stick === null ? 'looks after the tablets' : 'gave you the stick'} to add what this one needs.`,
      }
    case 'changed':
      return {
        tone: 'bad',
        title: `Version ${found.version} ${where(found.stick)} is not whole, or not what its maker signed.`,
        more: `It may have been copied only in part. Nothing of it was used. ${invalidate(found.stick)}`,
      }
    case 'unread':
      return found.stick === null
        ? {
            tone: 'bad',
            title: 'The update did not arrive whole: the network broke off, or was too slow.',
            more: 'Nothing of it was kept. Look once more. If it happens again, ask for the update on a stick.',
          }
        : {
            tone: 'bad',
            title: `The stick “${found.stick}” could not be read to the end.`,
            more: 'Put it in again, leave it in, and look once more. If it happens again, the stick is worn out.',
          }
    case 'no-room':
      return {
        tone: 'warn',
        title: `There is not enough room on this tablet for version ${found.version}.`,
        more: 'Nothing was changed. Ask whoever looks after the tablets to make some room.',
      }
    case 'no-answer':
      return {
        tone: 'warn',
        title: `The server with the updates gave no answer, or not the right one. This tablet has version ${current}.`,
        more: 'Look whether this tablet has a network, and look again. Or ask for the update on a stick.',
      }
    case 'redirected':
      return {
        tone: 'warn',
        title: `The server sent this tablet on to another address, and it does not go there. It has version ${current}.`,
        more: `A network that wants somebody to sign in does so. Otherwise the address in the settings is not the right one. ${TELL_IT}`,
      }
    case 'portable':
      return {
        tone: 'plain',
        title: `This is the portable Pledge Kiosk, version ${current}, and was never installed here.`,
        more: 'To have a newer one, close it and run the newer portable program instead. Everything on this tablet stays.',
      }
    case 'not-installed':
      return {
        tone: 'plain',
        title: `This Pledge Kiosk, version ${current}, was not installed by an installer, so it cannot be updated from here.`,
        more: 'Ask whoever looks after the tablets.',
      }
    default:
      return assertNever(found)
  }
}
