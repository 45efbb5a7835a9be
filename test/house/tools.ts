/** Runs the house's own tools, on this repository or on a small broken house in a temporary folder. */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The top folder of this repository. */
export const house = join(import.meta.dirname, '../..')

interface Outcome {
  /** The exit code; 0 is success. */
  code: number
  /** What it printed, without colours: standard error first, then standard output. */
  output: string
}

/** Runs a Node program from node_modules, such as `oxlint/bin/oxlint`, in a folder. */
export function runTool(folder: string, program: string, ...args: string[]): Promise<Outcome> {
  const command = [join(house, 'node_modules', program), ...args]
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : 1
      resolve({ code, output: `${stderr}${stdout}` })
    })
  })
}

/** The settings that a small house takes over from this one, so that a check is tried as it really runs. */
export const settings = [
  'package.json',
  'tsconfig.json',
  'shared/tsconfig.json',
  'test/house/tsconfig.renderer.json',
  '.oxlintrc.json',
  '.oxfmtrc.json',
  '.stylelintrc.json',
  '.dependency-cruiser.mjs',
  'knip.jsonc',
]

/**
 * Builds a house of the given files (path to text) with this house's settings and packages, hands its folder to `visit`
 * and pulls it down again.
 */
export async function inHouseOf<T>(files: Record<string, string>, visit: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'pledge-kiosk-house-'))
  try {
    for (const file of settings) await cp(join(house, file), join(folder, file))
    await symlink(join(house, 'node_modules'), join(folder, 'node_modules'), 'junction')
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    return await visit(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
