/** Sticks on Linux: what is mounted, and whether the block device under it can be taken out (proc(5), sysfs). */
import { basename, dirname } from 'node:path/posix'
import { type Drive, driveName } from './drive.ts'

/** How the files of the system are read. Both throw where there is nothing. */
export type SystemFiles = {
  read: (path: string) => Promise<string>
  /** Where a link leads in the end. */
  follow: (path: string) => Promise<string>
  /** The names in a folder. */
  list: (path: string) => Promise<string[]>
}

type Mount = { number: string; root: string; path: string; source: string; writable: boolean }

const TABLE = '/proc/self/mountinfo'
/** A CD says that it can be taken out as well, and so does a floppy drive. */
const NO_STICK = /^(sr|scd|fd|loop|ram|zram)\d/

/** The mounts in the order they were made. Spaces, tabs, line ends and backslashes stand there as octal numbers. */
function readMounts(table: string): Mount[] {
  return table.split('\n').flatMap((line): Mount[] => {
    const [before = '', after] = line.split(' - ')
    const [, , number = '', root = '', path = '', options = ''] = before.split(' ')
    const [, source = '', whole = ''] = (after ?? '').split(' ')
    if (after === undefined || path === '') return []
    // Either the mount or the filesystem under it may be read-only.
    const writable = [options, whole].every((list) => !list.split(',').includes('ro'))
    return [{ number, root: plain(root), path: plain(path), source: plain(source), writable }]
  })
}

const plain = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))

/** Not offered: what the system itself runs from, even where that is a stick. */
export async function linuxDrives(files: SystemFiles): Promise<Drive[]> {
  const mounts = readMounts(await files.read(TABLE))
  // Of two at one place only the later can be reached; of one device at two places the first is enough.
  const reached = [...new Map(mounts.map((mount) => [mount.path, mount])).values()]
  const system = reached.find(({ path }) => path === '/')
  const systemDisk = system === undefined ? null : ((await diskUnder(system, files))?.disk ?? null)
  const drives = new Map<string, Drive>()
  for (const mount of reached) {
    if (!mount.writable || mount.root !== '/' || !mount.source.startsWith('/dev/')) continue
    const found = await diskUnder(mount, files)
    if (found === null || !found.goes || found.disk === systemDisk || drives.has(found.device)) continue
    drives.set(found.device, {
      key: `${found.device} ${mount.number} ${mount.path}`,
      name: driveName(basename(mount.path)),
      path: mount.path,
    })
  }
  return [...drives.values()]
}

/** The device of a mount in /sys, the whole disk it is a part of, and whether that can be taken out. */
async function diskUnder(mount: Mount, files: SystemFiles) {
  let device = await deviceOf(mount, files)
  if (device === null) return null
  // An encrypted stick is a device of its own on top of the real one.
  const [under] = await files.list(`${device}/slaves`).catch(() => [])
  if (under !== undefined) device = (await files.follow(`/sys/class/block/${under}`).catch(() => null)) ?? device
  const isWhole = await files.read(`${device}/partition`).then(
    () => false,
    () => true,
  )
  const disk = isWhole ? device : dirname(device)
  const says = (path: string) =>
    files.read(`${disk}/${path}`).then(
      (text) => text.trim(),
      () => '',
    )
  // A card in the tablet’s own slot does not say that it can be taken out; memory that is soldered in says MMC.
  const removable = (await says('removable')) === '1' || (await says('device/type')) === 'SD'
  return { device, disk, goes: !NO_STICK.test(basename(disk)) && (removable || /\/usb\d*\//.test(device)) }
}

/** By its name, because a driver outside the kernel (NTFS) gives no number; by its number where the name is a mapping. */
async function deviceOf({ source, number }: Mount, files: SystemFiles): Promise<string | null> {
  if (!source.startsWith('/dev/')) return null
  const named = await files.follow(`/sys/class/block/${basename(source)}`).catch(() => null)
  return named ?? (await files.follow(`/sys/dev/block/${number}`).catch(() => null))
}
