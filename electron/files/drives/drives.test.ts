import { describe, expect, test } from 'vitest'
import { driveName } from './drive.ts'
import { linuxDrives, type SystemFiles } from './linux.ts'
import { macDrives } from './mac.ts'
import { WINDOWS_QUESTION, windowsDrives } from './windows.ts'

const USB = '/sys/devices/pci0000:00/0000:00:14.0/usb2/2-1/2-1:1.0/host6/target6:0:0/6:0:0:0/block'
const DISK = '/sys/devices/pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0/block'

/** Block devices by name: where they are in /sys, and whether they say that they can be taken out. */
const DEVICES: Record<
  string,
  { at: string; removable?: boolean; part?: boolean; under?: string; number?: string; type?: string }
> = {
  mmcblk0: { at: '/sys/devices/platform/mmc0/mmc0:0001/block/mmcblk0', removable: false, type: 'MMC' },
  mmcblk0p1: { at: '/sys/devices/platform/mmc0/mmc0:0001/block/mmcblk0/mmcblk0p1', part: true },
  mmcblk1: { at: '/sys/devices/platform/mmc1/mmc1:aaaa/block/mmcblk1', removable: false, type: 'SD' },
  mmcblk1p1: { at: '/sys/devices/platform/mmc1/mmc1:aaaa/block/mmcblk1/mmcblk1p1', part: true },
  sda: { at: `${DISK}/sda`, removable: false },
  sda2: { at: `${DISK}/sda/sda2`, part: true },
  sdb: { at: `${USB}/sdb`, removable: true },
  sdb1: { at: `${USB}/sdb/sdb1`, part: true },
  sdb2: { at: `${USB}/sdb/sdb2`, part: true },
  sdc: { at: `${USB}/sdc`, removable: false },
  sdc1: { at: `${USB}/sdc/sdc1`, part: true },
  sdd: { at: '/sys/devices/pci0000:00/card-reader/block/sdd', removable: true },
  sr0: { at: `${USB}/sr0`, removable: true },
  loop3: { at: '/sys/devices/virtual/block/loop3', removable: true },
  'dm-0': { at: '/sys/devices/virtual/block/dm-0', under: 'sdc1', number: '253:0' },
}

/** Linux with these mounts: lines of /proc/self/mountinfo from the device’s number on. */
function linux(...mounts: string[]): SystemFiles {
  const byName = (name: string) =>
    DEVICES[name]?.at ?? DEVICES[Object.keys(DEVICES).find((one) => DEVICES[one]?.number === name) ?? '']?.at
  const byPlace = (place: string) => Object.values(DEVICES).find(({ at }) => at === place)
  const orNothing = async <T>(found: T | undefined): Promise<T> => {
    if (found === undefined) throw new Error('ENOENT')
    return found
  }
  return {
    read: (path) => {
      if (path === '/proc/self/mountinfo')
        return orNothing(mounts.map((line, index) => `${index + 20} 1 ${line}\n`).join(''))
      const [, place = '', what] = /^(.+)\/(removable|partition|device\/type)$/.exec(path) ?? []
      const device = byPlace(place)
      if (what === 'partition') return orNothing(device?.part === true ? '1\n' : undefined)
      if (what === 'device/type') return orNothing(device?.type === undefined ? undefined : `${device.type}\n`)
      return orNothing(device?.removable === undefined ? undefined : device.removable ? '1\n' : '0\n')
    },
    follow: (path) => orNothing(byName(path.split('/').at(-1) ?? '')),
    list: (path) => orNothing(byPlace(path.replace(/\/slaves$/, ''))?.under).then((under) => [under]),
  }
}

const ROOT = '8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw'
const offered = async (...mounts: string[]) =>
  (await linuxDrives(linux(ROOT, ...mounts))).map(({ name, path }) => `${name} at ${path}`)

describe('sticks on Linux', () => {
  test('a card in the tablet’s own slot is offered, and memory that is soldered in is not', async () => {
    expect(
      await offered(
        '179:1 / /media/ewa/CARD rw - vfat /dev/mmcblk1p1 rw',
        '179:9 / /srv/built-in rw - ext4 /dev/mmcblk0p1 rw',
      ),
    ).toEqual(['CARD at /media/ewa/CARD'])
  })

  test('a stick, a disk on USB and a card are offered by the names on them', async () => {
    expect(
      await offered(
        '8:17 / /media/ewa/KINGSTON rw,nosuid - vfat /dev/sdb1 rw,fmask=0022',
        '8:33 / /run/media/ewa/Council\\040archive rw - exfat /dev/sdc1 rw',
        '8:48 / /mnt/card rw - ext4 /dev/sdd rw',
      ),
    ).toEqual([
      'KINGSTON at /media/ewa/KINGSTON',
      'Council archive at /run/media/ewa/Council archive',
      'card at /mnt/card',
    ])
  })

  test('odd names arrive as they are: spaces, tabs, backslashes, accents, other scripts', async () => {
    expect(
      await offered(
        '8:17 / /media/ewa/a\\040b\\134c\\011d\\012e rw - vfat /dev/sdb1 rw',
        '8:18 / /media/ewa/Zażółć\\040計画🌳 rw - vfat /dev/sdb2 rw',
      ),
    ).toEqual(['a b\\c d e at /media/ewa/a b\\c\td\ne', 'Zażółć 計画🌳 at /media/ewa/Zażółć 計画🌳'])
  })

  test('a driver outside the kernel, and an encrypted stick, are found by what is under them', async () => {
    expect(
      await offered(
        '0:52 / /media/ewa/NTFS rw - fuseblk /dev/sdb1 rw,user_id=0',
        '253:0 / /media/ewa/SECRET rw - ext4 /dev/mapper/luks-5f rw',
      ),
    ).toEqual(['NTFS at /media/ewa/NTFS', 'SECRET at /media/ewa/SECRET'])
  })

  test('what is no stick, or cannot be written to, is not offered', async () => {
    for (const mount of [
      '8:17 / /media/ewa/LOCKED ro,nosuid - vfat /dev/sdb1 rw',
      '8:17 / /media/ewa/LOCKED rw - vfat /dev/sdb1 ro,fmask=0022',
      '11:0 / /media/ewa/CDROM rw - udf /dev/sr0 rw',
      '7:3 / /snap/firefox/1 rw - squashfs /dev/loop3 rw',
      '8:3 / /home rw - ext4 /dev/sda2 rw',
      '0:60 / /mnt/share rw - cifs //server/share rw',
      '0:61 / /mnt/nfs rw - nfs4 host:/export rw',
      '0:62 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw',
      '0:5 / /dev rw - devtmpfs udev rw',
      '8:17 /folder /mnt/part-of-a-stick rw - vfat /dev/sdb1 rw',
      '8:17 / /media/ewa/unfinished line',
      '9:9 / /media/ewa/unheard-of rw - vfat /dev/sdz1 rw',
    ])
      expect([mount, await offered(mount)]).toEqual([mount, []])
  })

  test('the stick that the system itself runs from is left alone', async () => {
    const live = ['8:17 / / rw - ext4 /dev/sdb1 rw', '8:18 / /media/ewa/home rw - ext4 /dev/sdb2 rw']
    expect(await linuxDrives(linux(...live))).toEqual([])
  })

  test('one stick at two places is offered once, and what lies under another mount not at all', async () => {
    expect(
      await offered(
        '8:17 / /media/ewa/STICK rw - vfat /dev/sdb1 rw',
        '8:17 / /mnt/again rw - vfat /dev/sdb1 rw',
        '8:33 / /mnt/covered rw - exfat /dev/sdc1 rw',
        '0:60 / /mnt/covered rw - cifs //server/share rw',
      ),
    ).toEqual(['STICK at /media/ewa/STICK'])
  })
})

describe('sticks on Windows', () => {
  const volume = (DeviceID: string, DriveType: number, more: object = {}) => ({
    DeviceID,
    DriveType,
    VolumeName: '',
    VolumeSerialNumber: 'A1B2C3D4',
    Size: 16_000_000_000,
    ...more,
  })
  const disk = (Index: number, more: object) => ({
    Index,
    InterfaceType: 'SCSI',
    MediaType: 'Fixed hard disk media',
    PNPDeviceID: '',
    ...more,
  })
  const asked = (volumes: object[], disks: object[] = [], parts: object[] = []) =>
    windowsDrives(JSON.stringify({ volumes, disks, parts }), 'C:')

  test('removable volumes and volumes of disks on USB are offered, as Windows shows them', () => {
    expect(
      asked(
        [
          volume('C:', 3, { VolumeName: 'Windows' }),
          volume('D:', 3, { VolumeName: 'Data' }),
          volume('E:', 2, { VolumeName: 'KINGSTON' }),
          volume('F:', 3, { VolumeName: 'Zażółć 計画' }),
          volume('G:', 3, { VolumeName: null }),
        ],
        [disk(0, {}), disk(12, { InterfaceType: 'USB' }), disk(3, { MediaType: 'External hard disk media' })],
        [
          { part: 'Disk #0, Partition #1', volume: 'C:' },
          { part: 'Disk #0, Partition #12', volume: 'D:' },
          { part: 'Disk #12, Partition #0', volume: 'F:' },
          { part: 'Disk #3, Partition #0', volume: 'G:' },
        ],
      ).map(({ name, path }) => [name, path]),
    ).toEqual([
      ['KINGSTON (E:)', 'E:\\'],
      ['Zażółć 計画 (F:)', 'F:\\'],
      ['USB stick (G:)', 'G:\\'],
    ])
  })

  test('network drives, CDs, empty readers and the drive Windows runs from are not', () => {
    const onStick = [{ part: 'Disk #0, Partition #0', volume: 'C:' }]
    for (const one of [
      volume('Z:', 4),
      volume('D:', 5),
      volume('E:', 2, { Size: null }),
      volume('C:', 3),
      volume('\\\\server\\share', 2),
    ])
      expect(asked([one], [disk(0, { InterfaceType: 'USB' })], onStick)).toEqual([])
  })

  test('an answer of another shape is refused, and the question can be handed over as it is', () => {
    expect(() => windowsDrives('Access denied', 'C:')).toThrow(SyntaxError)
    expect(() => windowsDrives('{"volumes":{}}', 'C:')).toThrow('expected array')
    expect(WINDOWS_QUESTION).not.toContain('"')
  })
})

describe('sticks on macOS', () => {
  const list = (...disks: object[]) => JSON.stringify({ AllDisks: [], AllDisksAndPartitions: disks })
  const part = (DeviceIdentifier: string, VolumeName: string, MountPoint?: string) => ({
    DeviceIdentifier,
    VolumeName,
    MountPoint,
    Size: 1,
  })
  const stick = {
    DeviceIdentifier: 'disk4',
    Partitions: [part('disk4s1', 'EFI'), part('disk4s2', 'KINGSTON', '/Volumes/KINGSTON 1')],
  }
  const whole = { DeviceIdentifier: 'disk5', VolumeName: 'Zażółć', MountPoint: '/Volumes/Zażółć' }
  const apfs = { DeviceIdentifier: 'disk6', Partitions: [part('disk6s2', '')] }
  const made = {
    DeviceIdentifier: 'disk7',
    APFSPhysicalStores: [{ DeviceIdentifier: 'disk6s2' }],
    APFSVolumes: [part('disk7s1', 'Archive', '/Volumes/Archive')],
  }
  const image = { DeviceIdentifier: 'disk8', Partitions: [part('disk8s1', 'Installer', '/Volumes/Installer')] }

  const inImage = {
    DeviceIdentifier: 'disk9',
    APFSPhysicalStores: [{ DeviceIdentifier: 'disk8s2' }],
    APFSVolumes: [part('disk9s1', 'Installer', '/Volumes/Installer 2')],
  }

  test('volumes of disks that one can touch are offered, APFS too, and images of disks are not', () => {
    expect(
      macDrives(list(stick, whole, apfs), list(stick, whole, apfs, made, image, inImage)).map(({ name, path }) => [
        name,
        path,
      ]),
    ).toEqual([
      ['KINGSTON', '/Volumes/KINGSTON 1'],
      ['Zażółć', '/Volumes/Zażółć'],
      ['Archive', '/Volumes/Archive'],
    ])
  })

  test('what is mounted elsewhere is not, and an answer of another shape is refused', () => {
    const system = { DeviceIdentifier: 'disk4', Partitions: [part('disk4s2', 'Macintosh HD', '/')] }
    expect(macDrives(list(system), list(system))).toEqual([])
    expect(() => macDrives('', '')).toThrow(SyntaxError)
  })
})

test('a stick that nobody has named has no number for a name, and no name breaks a line or turns it round', () => {
  for (const [label, name] of [
    ['', 'USB stick'],
    ['1A2B-3C4D', 'USB stick'],
    ['0f3a9c1e-22d4-4b6f-9d1c-0a1b2c3d4e5f', 'USB stick'],
    ['5E8A1C0B7D2F4A63', 'USB stick'],
    ['2026-plan', '2026-plan'],
    ['\u202eTXT\u0000 of\n\tEwa ', 'TXT of Ewa'],
    ['N'.repeat(80), `${'N'.repeat(60)}…`],
  ] as const)
    expect(driveName(label)).toBe(name)
})
