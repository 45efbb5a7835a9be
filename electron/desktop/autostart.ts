/** Comes up by itself when this user signs in, where IT has set it so. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { App } from 'electron'

type AutostartDeps = {
  app: Pick<App, 'setLoginItemSettings'>
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  home: string
  /** The program that runs. */
  program: string
}

/** The program to start again: the one that was packed, where it unpacked itself into a folder that does not stay. */
export const ownProgram = (env: NodeJS.ProcessEnv, program: string): string =>
  env['APPIMAGE'] ?? env['PORTABLE_EXECUTABLE_FILE'] ?? program

export function setAutostart(on: boolean, { app, platform, env, home, program }: AutostartDeps): void {
  const path = ownProgram(env, program)
  if (platform === 'win32') app.setLoginItemSettings({ openAtLogin: on, path })
  else if (platform === 'darwin') app.setLoginItemSettings({ openAtLogin: on })
  else {
    const file = join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'autostart', 'pledge-kiosk.desktop')
    if (!on) rmSync(file, { force: true })
    else {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, desktopEntry(path))
    }
  }
}

/** An entry by the Desktop Entry Specification 1.5; `Exec` is quoted twice, as a string and as an argument. */
function desktopEntry(path: string): string {
  const argument = `"${path.replaceAll(/["`$\\]/g, '\\$&')}"`.replaceAll('%', '%%').replaceAll('\\', '\\\\')
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Pledge Kiosk',
    `Exec=${argument}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}
