/** Sticks on macOS: what is mounted under /Volumes from a disk outside the machine, as diskutil lists them. */
import { z } from 'zod'
import { type Drive, driveName } from './drive.ts'

const volume = z.object({
  DeviceIdentifier: z.string(),
  VolumeName: z.string().optional(),
  MountPoint: z.string().optional(),
  VolumeUUID: z.string().optional(),
})
const answerSchema = z.object({
  AllDisksAndPartitions: z.array(
    volume.extend({
      Partitions: z.array(volume).default([]),
      APFSVolumes: z.array(volume).default([]),
      APFSPhysicalStores: z.array(z.object({ DeviceIdentifier: z.string() })).default([]),
    }),
  ),
})
const read = (answer: string) => answerSchema.parse(JSON.parse(answer)).AllDisksAndPartitions

/**
 * `physical` lists disks that one can touch; `external` also what is made of them (APFS), and images of disks, which are
 * no sticks. Throws for an answer of another shape.
 */
export function macDrives(physical: string, external: string): Drive[] {
  const disks = read(physical)
  const parts = new Set(disks.flatMap((disk) => [disk, ...disk.Partitions]).map((one) => one.DeviceIdentifier))
  const made = read(external).filter((disk) =>
    disk.APFSPhysicalStores.some(({ DeviceIdentifier }) => parts.has(DeviceIdentifier)),
  )
  return [...disks.flatMap((disk) => [disk, ...disk.Partitions]), ...made.flatMap((disk) => disk.APFSVolumes)].flatMap(
    ({ DeviceIdentifier, VolumeName, MountPoint, VolumeUUID }) =>
      MountPoint?.startsWith('/Volumes/') === true
        ? [{ key: `${DeviceIdentifier} ${VolumeUUID ?? ''}`, name: driveName(VolumeName ?? ''), path: MountPoint }]
        : [],
  )
}
