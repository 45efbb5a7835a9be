/** Names of files that were cut off while they were made, as another run of the app left them. */
import { basename } from 'node:path'
import { growingPath } from '../../electron/files/half-made.ts'

/** No system has a program of this number. */
export const NOBODY = 4_194_305

/** As this computer calls itself in such names. */
const HERE = basename(growingPath('/d/plan')).split('.')[2] ?? ''

/** As the program of this number called what would become `name`. */
export const halfMadeName = (name: string, pid = NOBODY, computer = HERE): string =>
  `.${name}.${computer}.${pid}.0123456789abcdef.half-made`
