/** Sticks on Windows: removable volumes, and volumes on disks that hang on USB, by one question to PowerShell. */
import { z } from 'zod'
import { type Drive, driveName } from './drive.ts'

/**
 * Three CIM classes that need no administrator; what belongs together is found here and not there. No double quotes, which
 * command lines change on their way. A system that forbids the first line writes its own letters, and names lose accents.
 */
export const WINDOWS_QUESTION = [
  'try { [Console]::OutputEncoding = [Text.Encoding]::UTF8 } catch { }',
  "$ErrorActionPreference = 'Stop'",
  '$volumes = @(Get-CimInstance Win32_LogicalDisk | Select-Object DeviceID, DriveType, VolumeName, VolumeSerialNumber, Size)',
  '$disks = @(Get-CimInstance Win32_DiskDrive | Select-Object Index, InterfaceType, MediaType, PNPDeviceID)',
  '$parts = @(Get-CimInstance Win32_LogicalDiskToPartition | ForEach-Object { @{ part = $_.Antecedent.DeviceID; volume = $_.Dependent.DeviceID } })',
  'ConvertTo-Json -Compress -Depth 3 @{ volumes = $volumes; disks = $disks; parts = $parts }',
].join('; ')

const text = z.string().nullish()
const answerSchema = z.object({
  volumes: z.array(
    z.object({
      DeviceID: z.string(),
      DriveType: z.number(),
      VolumeName: text,
      VolumeSerialNumber: text,
      Size: z.number().nullish(),
    }),
  ),
  disks: z.array(z.object({ Index: z.number(), InterfaceType: text, MediaType: text, PNPDeviceID: text })),
  parts: z.array(z.object({ part: z.string(), volume: z.string() })),
})

const REMOVABLE = 2
const LOCAL = 3

/** `system` is the drive that Windows runs from, such as `C:`. Throws for an answer of another shape. */
export function windowsDrives(answer: string, system: string): Drive[] {
  const { volumes, disks, parts } = answerSchema.parse(JSON.parse(answer.replace(/^\ufeff/, '')))
  const outside = new Set(
    disks
      .filter(
        ({ InterfaceType, MediaType, PNPDeviceID }) =>
          InterfaceType === 'USB' ||
          (MediaType?.startsWith('External') ?? false) ||
          (PNPDeviceID?.startsWith('USBSTOR\\') ?? false),
      )
      .map(({ Index }) => Index),
  )
  const onUsb = new Set(
    parts
      .filter(({ part }) => outside.has(Number(/^Disk #(\d+),/.exec(part)?.[1] ?? Number.NaN)))
      .map(({ volume }) => volume),
  )
  return (
    volumes
      .filter(({ DriveType, DeviceID }) => DriveType === REMOVABLE || (DriveType === LOCAL && onUsb.has(DeviceID)))
      .filter(({ DeviceID }) => /^[A-Z]:$/.test(DeviceID) && DeviceID !== system.toUpperCase())
      // A reader without a card in it, and a drive that nobody has unlocked, have no size.
      .filter(({ Size }) => (Size ?? 0) > 0)
      .map(({ DeviceID, VolumeName, VolumeSerialNumber }) => ({
        key: `${DeviceID} ${VolumeSerialNumber ?? ''}`,
        // As Windows itself shows it: two sticks may have one name.
        name: `${driveName(VolumeName ?? '')} (${DeviceID})`,
        path: `${DeviceID}\\`,
      }))
  )
}
