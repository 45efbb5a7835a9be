/** How the desk works, as it is being changed: checked before it is kept. */
import { type DoorSettings, doorSettings } from '../../../../shared/domain/door.ts'
import type { Fault } from '../../../components/fields.tsx'

type Checked = { ok: true; value: DoorSettings } | { ok: false; faults: Fault[] }

/** Each fault with the id of its field: `door-prefix`. */
export function checkDoor(form: DoorSettings): Checked {
  const checked = doorSettings.safeParse({ ...form, scanner: { ...form.scanner, prefix: form.scanner.prefix.trim() } })
  return checked.success
    ? { ok: true, value: checked.data }
    : {
        ok: false,
        faults: checked.error.issues.map(({ path, message }) => ({ id: `door-${String(path.at(-1))}`, message })),
      }
}
