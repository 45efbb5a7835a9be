/** The thin part: the files and programs of the system that this runs on. */
import { execFile } from 'node:child_process'
import { access, constants, readdir, readFile, realpath, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Drive } from './drive.ts'
import { linuxDrives } from './linux.ts'
import { createLister, type ListSticks } from './lister.ts'
import { macDrives } from './mac.ts'
import { WINDOWS_QUESTION, windowsDrives } from './windows.ts'

/** A program that says nothing for so long is ended. Milliseconds. */
const PATIENCE = 3500

export const systemSticks = (): ListSticks => createLister({ drives, room })

function drives(): Promise<Drive[]> {
  const { platform } = process
  if (platform === 'linux')
    return linuxDrives({ read: (path) => readFile(path, 'utf8'), follow: realpath, list: readdir })
  if (platform === 'win32') return onWindows(process.env)
  return platform === 'darwin' ? onMac() : Promise.resolve([])
}

async function room(path: string): Promise<{ free: number; size: number; device: number }> {
  await access(path, constants.W_OK)
  const { bavail, blocks, bsize } = await statfs(path)
  return { free: bavail * bsize, size: blocks * bsize, device: (await stat(path)).dev }
}

async function onWindows({ SystemRoot = 'C:\\Windows', SystemDrive = 'C:' }: NodeJS.ProcessEnv): Promise<Drive[]> {
  // By its whole path, so that no other program of that name is ever started.
  const shell = join(SystemRoot, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe')
  return windowsDrives(
    await answerOf(shell, ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', WINDOWS_QUESTION]),
    SystemDrive,
  )
}

async function onMac(): Promise<Drive[]> {
  const list = (which: string) =>
    answerOf('/bin/sh', ['-c', `/usr/sbin/diskutil list -plist ${which} | /usr/bin/plutil -convert json -o - -`])
  const [physical, external] = await Promise.all([list('external physical'), list('external')])
  return macDrives(physical, external)
}

const run = promisify(execFile)
const answerOf = async (program: string, given: string[]): Promise<string> =>
  (await run(program, given, { timeout: PATIENCE, killSignal: 'SIGKILL', windowsHide: true, maxBuffer: 1_000_000 }))
    .stdout
