/**
 * What is run as an administrator: it takes a copy of the copy where nobody else can write, checks that one, and installs from it. So
 * whatever the tablet’s user does to a file in the meantime, what was checked is what is installed. Each text is fixed; what varies
 * comes as arguments, or in letters that cannot be read as commands.
 */
import { win32 } from 'node:path'
import type { Signed } from './take-copy.ts'

export type Command = { program: string; args: readonly string[] }

/**
 * For `sh`: $1 is the copy, $2 its SHA-256, $3 its size, $4 a folder to be made where only an administrator may make one, and $5 the
 * file’s name in it. What follows runs only on the very bytes that were signed; the folder goes when it ends.
 */
const takeAndCheck = (sha256: string): string[] => [
  'set -eu',
  // By now the copy may be a link to what only an administrator may read.
  'umask 077',
  'rm -rf "$4"',
  `trap 'rm -rf "$4"' EXIT`,
  'mkdir "$4"',
  // No more than was signed: it may be a file that never ends.
  'head -c "$3" "$1" >"$4/$5"',
  `[ "$(${sha256} <"$4/$5" | cut -c 1-64)" = "$2" ]`,
  // What the maker has signed is no secret, and others have to read it: apt’s own user, the person at the Mac.
  'chmod 755 "$4"',
  'chmod 644 "$4/$5"',
]

/** `apt-get` looks at what a package needs before it touches anything, where `dpkg -i` finds out half-way. */
export function installDebian(copy: string, { size, sha256 }: Signed): Command {
  const script = [...takeAndCheck('sha256sum'), 'apt-get install --yes "$4/$5"'].join('; ')
  const given = [copy, sha256, String(size), '/var/cache/pledge-kiosk-update', 'pledge-kiosk.deb']
  return { program: '/usr/bin/pkexec', args: ['--disable-internal-agent', '/bin/sh', '-c', script, 'sh', ...given] }
}

/** Beside the settings file, which is there, or there would be no key; and where only an administrator may write. */
const MAC_FOLDER = '/Library/Application Support/Pledge Kiosk/update'
const MAC_FILE = 'Pledge Kiosk.dmg'

/** A person drags the app out of it afterwards, so it stays until the next. */
export function showOnMac(copy: string, { size, sha256 }: Signed): Command[] {
  const script = [...takeAndCheck('shasum -a 256'), 'trap - EXIT'].join('; ')
  const given = [script, 'sh', copy, sha256, String(size), MAC_FOLDER, MAC_FILE]
  const words = given.map((_word, index) => `quoted form of item ${index + 1} of argv`).join(' & " " & ')
  const ask = 'Pledge Kiosk keeps the new version where only an administrator can change it.'
  const lines = [
    'on run argv',
    `do shell script "/bin/sh -c " & ${words} with prompt "${ask}" with administrator privileges`,
    'end run',
  ]
  return [
    { program: '/usr/bin/osascript', args: [...lines.flatMap((line) => ['-e', line]), ...given] },
    { program: '/usr/bin/open', args: [`${MAC_FOLDER}/${MAC_FILE}`] },
  ]
}

/** Its name may not begin as the app’s own folder does: the installer ends every program whose path begins like that one. */
const WINDOWS_FOLDER = 'Update of Pledge Kiosk'

/** Without double quotes, which command lines change on their way. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/**
 * Two of PowerShell: one as this user, which hears whether the administrator said no and how it went, and one as the administrator.
 * The installer goes on by itself and starts the app again. Its arguments are those that electron-builder’s installers know.
 */
export function setUpWindows(copy: string, { sha256 }: Signed, systemRoot: string): Command {
  const options = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command']
  const asAdministrator = [
    "$ErrorActionPreference = 'Stop'",
    // Or a module that this user keeps would be taken for one of the system’s.
    "$env:PSModulePath = $PSHOME + '\\Modules'",
    // A user’s name may be in any letters, and any of them may be a quote.
    `$from = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${Buffer.from(copy).toString('base64')}'))`,
    `$folder = [Environment]::GetFolderPath('ProgramFiles') + '\\${WINDOWS_FOLDER}'`,
    'if (Test-Path -LiteralPath $folder) { Remove-Item -LiteralPath $folder -Recurse -Force }',
    'New-Item -ItemType Directory -Path $folder | Out-Null',
    // Administrators and the system alone: by now the copy may be a link to what this user may not read.
    "& ([Environment]::SystemDirectory + '\\icacls.exe') $folder /inheritance:r /grant '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-18:(OI)(CI)F' | Out-Null",
    'if ($LASTEXITCODE -ne 0) { exit 4 }',
    "$copy = $folder + '\\setup.exe'",
    'Copy-Item -LiteralPath $from -Destination $copy',
    `if ((Get-FileHash -LiteralPath $copy -Algorithm SHA256).Hash -ne '${sha256}') { Remove-Item -LiteralPath $folder -Recurse -Force; exit 3 }`,
    "Start-Process -FilePath $copy -ArgumentList '--updated', '/S', '--force-run'",
  ].join('; ')
  const asThisUser = [
    "$ErrorActionPreference = 'Stop'",
    `$run = Start-Process -FilePath ($PSHOME + '\\powershell.exe') -ArgumentList ${quoted([...options, asAdministrator].join(' '))} -Verb RunAs -WindowStyle Hidden -PassThru`,
    '$run.WaitForExit()',
    // Also where it is not told.
    'if ($run.ExitCode -ne 0) { exit 1 }',
  ].join('; ')
  return {
    program: win32.join(systemRoot, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe'),
    args: [...options, asThisUser],
  }
}
