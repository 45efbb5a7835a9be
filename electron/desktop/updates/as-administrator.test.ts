import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { type Command, installDebian, setUpWindows, showOnMac } from './as-administrator.ts'

const INSTALLER = 'the package of 0.2.0'
const signed = { size: INSTALLER.length, sha256: createHash('sha256').update(INSTALLER).digest('hex') }

/**
 * Runs what an administrator would be asked for, by the system’s own `sh`, with the folder of the copy in a place of this test’s, and
 * `apt-get` and `shasum` noted: what was installed is kept, with its rights.
 */
function runHere({ args }: Command, arrange: (folder: string) => void = () => undefined) {
  const root = tempFolder()
  const [programs, folder] = [join(root, 'programs'), join(root, 'update')]
  mkdirSync(programs)
  const program = (name: string, lines: string) => {
    writeFileSync(join(programs, name), `#!/bin/sh\n${lines}\n`)
    chmodSync(join(programs, name), 0o755)
  }
  program(
    'apt-get',
    `echo "$1 $2 $(stat -c %a "$3" "$(dirname "$3")" | tr '\\n' ' ')" >'${root}/did'; cat "$3" >'${root}/installed'`,
  )
  program(
    'sha256sum',
    `stat -c %a "$(dirname "$(readlink /proc/self/fd/0)")" >>'${root}/hashed-in'; exec /usr/bin/sha256sum`,
  )
  program('shasum', '[ "$*" = "-a 256" ] && exec sha256sum')
  const given = args.slice(args.indexOf('sh'))
  // The folder is the last but one.
  given[given.length - 2] = folder
  arrange(folder)
  const script = args.find((word) => word.startsWith('set -eu')) ?? ''
  const { status } = spawnSync('/bin/sh', ['-c', script, ...given], {
    env: { PATH: [programs, '/usr/bin', '/bin'].join(delimiter) },
  })
  const read = (name: string) => (existsSync(join(root, name)) ? readFileSync(join(root, name), 'utf8') : null)
  return { status, did: read('did'), installed: read('installed'), hashedIn: read('hashed-in'), folder }
}

/** A copy that this user can write, as a test wants it. */
function copyOf(contents: string): string {
  const copy = join(tempFolder(), 'a ‘copy’ $(touch here)')
  writeFileSync(copy, contents, { mode: 0o600 })
  return copy
}

const OTHERS = [
  ['another of the same length', INSTALLER.replace('package', 'PACKAGE')],
  ['cut short', INSTALLER.slice(0, -1)],
  ['nothing', ''],
] as const

describe('a Debian package', () => {
  test('is copied where others only read, checked there, installed from there, and the copy goes', () => {
    const { status, did, installed, hashedIn, folder } = runHere(installDebian(copyOf(INSTALLER), signed))
    expect([status, installed]).toEqual([0, INSTALLER])
    // Until it is known what it is, nobody else may read it either.
    expect(hashedIn).toBe('700\n')
    expect(did).toBe('install --yes 644 755 \n')
    expect(existsSync(folder)).toBe(false)
  })

  test.each(OTHERS)('%s is not installed, and not kept', (_what, contents) => {
    const { status, did, folder } = runHere(installDebian(copyOf(contents), signed))
    expect([status, did, existsSync(folder)]).toEqual([1, null, false])
  })

  test('a file that goes on for ever is read no further than what was signed', () => {
    const copy = join(tempFolder(), 'copy')
    symlinkSync('/dev/zero', copy)
    expect(runHere(installDebian(copy, signed))).toMatchObject({ status: 1, did: null })
  })

  test('what follows after those bytes is not in what is checked and installed', () => {
    expect(runHere(installDebian(copyOf(`${INSTALLER} and more`), signed)).installed).toBe(INSTALLER)
  })

  test('what lies in that folder from before is taken away first, also where it is not a folder', () => {
    const before: ((folder: string) => void)[] = [
      (folder) => mkdirSync(join(folder, 'pledge-kiosk.deb'), { recursive: true }),
      (folder) => writeFileSync(folder, ''),
      (folder) => symlinkSync(tempFolder(), folder),
    ]
    for (const arrange of before)
      expect(runHere(installDebian(copyOf(INSTALLER), signed), arrange)).toMatchObject({
        status: 0,
        installed: INSTALLER,
      })
  })

  test('polkit is asked for one fixed text; the path of the copy is a word of its own', () => {
    expect(installDebian('/own/ab.deb', signed).program).toBe('/usr/bin/pkexec')
    const texts = ['/own/ab.deb', '/own/"; rm -r /'].map((copy) => {
      const { args } = installDebian(copy, signed)
      expect(args.filter((word) => word.includes('/own/'))).toEqual([copy])
      return args.toSpliced(args.indexOf(copy), 1)
    })
    expect(texts[0]).toEqual(texts[1])
    expect(texts[0]?.slice(0, 3)).toEqual(['--disable-internal-agent', '/bin/sh', '-c'])
    expect(texts[0]?.slice(-2)).toEqual(['/var/cache/pledge-kiosk-update', 'pledge-kiosk.deb'])
  })
})

describe('a disk image on a Mac', () => {
  const taking = (copy: string): Command => showOnMac(copy, signed)[0] ?? { program: '', args: [] }

  test('is copied where others only read, checked there, and stays, to be shown', () => {
    const { status, hashedIn, folder } = runHere(taking(copyOf(INSTALLER)))
    expect([status, hashedIn]).toEqual([0, '700\n'])
    const rights = [folder, join(folder, 'Pledge Kiosk.dmg')].map((path) => statSync(path).mode & 0o777)
    expect(rights).toEqual([0o755, 0o644])
    expect(readdirSync(folder)).toEqual(['Pledge Kiosk.dmg'])
    expect(readFileSync(join(folder, 'Pledge Kiosk.dmg'), 'utf8')).toBe(INSTALLER)
    const [, show] = showOnMac('/own/ab.dmg', signed)
    const place = '/Library/Application Support/Pledge Kiosk/update/Pledge Kiosk.dmg'
    expect(show).toEqual({ program: '/usr/bin/open', args: [place] })
  })

  test.each(OTHERS)('%s is not kept', (_what, contents) => {
    const { status, folder } = runHere(taking(copyOf(contents)))
    expect([status, existsSync(folder)]).toEqual([1, false])
  })

  test('AppleScript is given one fixed text, and each word of the command quoted', () => {
    const { args } = taking('/own/" & (do shell script "id")')
    const lines = args.slice(0, 6).filter((word) => word !== '-e')
    expect(lines).toEqual([
      'on run argv',
      expect.stringMatching(
        /^do shell script "\/bin\/sh -c " & quoted form of item 1 of argv & " " & quoted .+ item 7 of argv with prompt "[^"]+" with administrator privileges$/,
      ),
      'end run',
    ])
    expect(args.slice(6)).toHaveLength(7)
    expect(args[6]).toMatch(/^set -eu; /)
    expect(lines.join('\n')).not.toContain('/own/')
  })
})

describe('a setup on Windows', () => {
  const copy = "C:\\Users\\Zoë O’Hara’; exit 'x\\AppData\\Roaming\\pledge-kiosk\\updates\\checked\\ab.exe"
  const { program, args } = setUpWindows(copy, signed, 'D:\\Windows')
  const asThisUser = args.at(-1) ?? ''
  /** What the administrator’s PowerShell is told, as that one has it. */
  const asAdministrator = (/-ArgumentList '(-NoLogo (?:[^']|'')+)' -Verb RunAs/.exec(asThisUser)?.[1] ?? '').replaceAll(
    "''",
    "'",
  )

  test('is started by the system’s own PowerShell, without anybody’s profile', () => {
    expect(program).toBe('D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe')
    expect(args.slice(0, -1)).toEqual(['-NoLogo', '-NoProfile', '-NonInteractive', '-Command'])
    expect(asAdministrator).toMatch(/^-NoLogo -NoProfile -NonInteractive -Command /)
  })

  test('only the administrator’s copy is hashed and started, in this order', () => {
    const steps = [
      "$env:PSModulePath = $PSHOME + '\\Modules'",
      "$folder = [Environment]::GetFolderPath('ProgramFiles') + '\\Update of Pledge Kiosk'",
      'New-Item -ItemType Directory -Path $folder',
      '/inheritance:r',
      'if ($LASTEXITCODE -ne 0) { exit 4 }',
      "$copy = $folder + '\\setup.exe'",
      'Copy-Item -LiteralPath $from -Destination $copy',
      `if ((Get-FileHash -LiteralPath $copy -Algorithm SHA256).Hash -ne '${signed.sha256}') { Remove-Item -LiteralPath $folder -Recurse -Force; exit 3 }`,
      "Start-Process -FilePath $copy -ArgumentList '--updated', '/S', '--force-run'",
    ].map((step) => asAdministrator.indexOf(step))
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    expect(steps).not.toContain(-1)
    expect(asAdministrator.match(/\$from/g)).toHaveLength(2)
  })

  test('the path of the copy arrives whole, in letters that no PowerShell reads as a command', () => {
    const [, letters = ''] = /FromBase64String\('([A-Za-z0-9+/=]+)'\)/.exec(asAdministrator) ?? []
    expect(Buffer.from(letters, 'base64').toString('utf8')).toBe(copy)
    expect(asThisUser).not.toMatch(/["‘’‚‛“”„\n]/)
  })

  test('the administrator’s no, and a copy that is another, are heard', () => {
    expect(asThisUser).toMatch(/^\$ErrorActionPreference = 'Stop'; \$run = Start-Process /)
    expect(asThisUser).toMatch(/ -PassThru; \$run\.WaitForExit\(\); if \(\$run\.ExitCode -ne 0\) \{ exit 1 \}$/)
    expect(asAdministrator).toContain("-Command $ErrorActionPreference = 'Stop'; ")
  })

  test('the installer, which ends all that runs under the app’s own folder, does not end itself', () => {
    const [, name = ''] = /GetFolderPath\('ProgramFiles'\) \+ '\\(.+?)'/.exec(asAdministrator) ?? []
    expect(name).toMatch(/^[A-Z]/)
    expect(name.startsWith('Pledge Kiosk')).toBe(false)
    const templates = join(import.meta.dirname, '../../../node_modules/app-builder-lib/templates/nsis/include')
    const ending = readFileSync(join(templates, 'allowOnlyOneInstallerInstance.nsh'), 'utf8')
    expect(ending).toContain("$$_.Path.StartsWith('$INSTDIR', 'CurrentCultureIgnoreCase')} | % { Stop-Process")
  })

  test('what is handed to ShellExecute is no longer than it takes, with the longest path', () => {
    const longest = setUpWindows(`C:\\Users\\${'a'.repeat(240)}\\ab.exe`, signed, 'C:\\Windows').args.at(-1) ?? ''
    expect(
      (/-ArgumentList '(-NoLogo (?:[^']|'')+)'/.exec(longest)?.[1] ?? '').replaceAll("''", "'").length,
    ).toBeLessThan(2048)
    expect(longest.length).toBeGreaterThan(1000)
  })
})
