/** Builds the desktop shell into `dist/desktop`: main, the station’s process and the thread that reads large lists as modules, and with `--mode preload` the script a sandbox can run. */
import { cpSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const fileAt = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig(({ mode }) => {
  const preload = mode === 'preload'
  return {
    publicDir: false as const,
    ssr: { noExternal: true as const, external: ['electron', 'better-sqlite3'] },
    plugins: preload
      ? []
      : [
          {
            name: 'migrations',
            // The station reads its migrations from the folder beside its own file.
            closeBundle: () =>
              cpSync(fileAt('electron/station/kernel/database/migrations'), fileAt('dist/desktop/migrations'), {
                recursive: true,
              }),
          },
        ],
    build: {
      outDir: fileAt('dist/desktop'),
      emptyOutDir: !preload,
      target: 'node24',
      minify: false,
      ssr: true,
      // What the licences of the bundled packages ask for, as with the screens.
      license: preload ? false : { fileName: 'licences.md' },
      rolldownOptions: {
        input: preload
          ? fileAt('electron/desktop/preload.ts')
          : {
              main: fileAt('electron/desktop/main.ts'),
              'station-process': fileAt('electron/desktop/station/station-process.ts'),
              'reading-thread': fileAt('electron/files/tables/reading-thread.ts'),
            },
        external: ['electron', 'better-sqlite3', /^node:/, ...builtinModules],
        output: preload
          ? { format: 'cjs' as const, entryFileNames: 'preload.cjs' }
          : // Side by side: the station looks for its migrations and its thread beside its own file.
            { format: 'es' as const, entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  }
})
