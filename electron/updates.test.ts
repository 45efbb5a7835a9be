import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../test/support/temp-folder.ts'
import { lookAt, onStick } from './desktop/updates/look.ts'
import { readPublicKey } from './desktop/updates/manifest.ts'
import { openPlainFile } from './desktop/updates/plain-file.ts'

const program = join(import.meta.dirname, 'updates.ts')

function run(folder: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' })
  return { status, out: stdout, err: stderr }
}

/** What electron-builder leaves in its folder, by the names in electron-builder.yml; with much that is no installer. */
function release(folder: string, version = '0.2.0'): string {
  const into = join(folder, 'release')
  mkdirSync(join(into, 'linux-unpacked'), { recursive: true })
  for (const name of [
    `Pledge Kiosk ${version} x64 setup.exe`,
    `Pledge Kiosk ${version} arm64 setup.exe`,
    `Pledge Kiosk ${version} x64 portable.exe`,
    `Pledge Kiosk ${version} x64 setup.exe.blockmap`,
    `Pledge Kiosk-${version}.AppImage`,
    `Pledge Kiosk-${version}-arm64.AppImage`,
    `pledge-kiosk_${version}_amd64.deb`,
    `pledge-kiosk_${version}_arm64.deb`,
    `Pledge Kiosk-${version}.dmg`,
    'latest.yml',
    'builder-debug.yml',
  ])
    writeFileSync(join(into, name), `${name}, some megabytes`)
  return into
}

describe('npm run updates', () => {
  test('a key, a release, a stick: a tablet that trusts the key is offered its own installer', async () => {
    const folder = tempFolder()
    const made = run(folder, 'key')
    expect(made.status).toBe(0)
    const printed = made.out.trim().split('\n').at(-1) ?? ''
    const key = readPublicKey(printed)
    expect(key).not.toBeNull()
    expect(statSync(join(folder, 'update-key.pem')).mode & 0o777).toBe(0o600)

    release(folder)
    const signed = run(folder, 'sign', 'release', '--key', 'update-key.pem', '--out', 'stick')
    expect([signed.status, signed.err]).toEqual([0, ''])
    expect(signed.out).toContain(`Signed for: ${printed}`)
    const written = join(folder, 'stick', 'pledge-kiosk-update')
    const list = JSON.parse(readFileSync(join(written, 'update.json'), 'utf8')) as { files: Record<string, string>[] }
    expect(list.files.map(({ platform, arch, kind }) => `${platform} ${arch} ${kind}`)).toEqual([
      'win32 arm64 nsis',
      'win32 x64 nsis',
      'linux arm64 AppImage',
      'linux x64 AppImage',
      'darwin x64 dmg',
      'linux x64 deb',
      'linux arm64 deb',
    ])
    expect(readdirSync(written)).toHaveLength(9)

    if (key === null) return
    const deps = { key, running: '0.1.0', folder: join(folder, 'own') }
    const { file } = await lookAt([onStick({ name: 'KINGSTON', path: join(folder, 'stick') }, openPlainFile)], {
      ...deps,
      platform: 'linux',
      arch: 'arm64',
      installation: { kind: 'deb' },
    })
    expect(file?.name).toBe('pledge-kiosk_0.2.0_arm64.deb')
  })

  test('every reason why it is not done is said, and nothing is left half done', () => {
    const folder = tempFolder()
    expect(run(folder, 'key').status).toBe(0)
    const first = readFileSync(join(folder, 'update-key.pem'), 'utf8')
    const refused = (...args: string[]) => {
      const { status, out, err } = run(folder, ...args)
      expect([args, status, out]).toEqual([args, 1, ''])
      return err
    }
    expect(refused('key')).toContain('never overwritten')
    expect(readFileSync(join(folder, 'update-key.pem'), 'utf8')).toBe(first)
    expect(refused('key', '--out', 'none/key.pem')).toContain('could not be written')

    const sign = (key = 'update-key.pem') => refused('sign', 'release', '--key', key, '--out', 'stick')
    expect(sign('none.pem')).toContain('There is no key')
    writeFileSync(
      join(folder, 'rsa.pem'),
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
    )
    expect(sign('rsa.pem')).toContain('no Ed25519 private key')
    expect(sign()).toContain('There is no folder')
    mkdirSync(join(folder, 'release'))
    expect(sign()).toContain('There is no installer')
    writeFileSync(join(folder, 'release', 'Pledge Kiosk.dmg'), '')
    expect(sign()).toContain('cannot be listed')
    release(folder)
    expect(sign()).toContain('several versions')
    expect(existsSync(join(folder, 'stick'))).toBe(false)
    mkdirSync(join(folder, 'stick', 'pledge-kiosk-update'), { recursive: true })
    const other = tempFolder()
    expect(refused('sign', release(other), '--key', 'update-key.pem', '--out', 'stick')).toContain('already')
    writeFileSync(join(folder, 'file'), '')
    expect(refused('sign', release(other), '--key', 'update-key.pem', '--out', 'file')).toContain(
      'could not be written',
    )
  })

  test('called wrongly, it says how it is called', () => {
    for (const args of [[], ['sing'], ['sign'], ['sign', 'a', 'b', '--key', 'c', '--out', 'd'], ['key', '--force']]) {
      const { status, err } = run(tempFolder(), ...args)
      expect([args, status]).toEqual([args, 2])
      expect(err).toContain('sign RELEASE-FOLDER --key FILE --out FOLDER')
    }
  })
})
