/** Builds the desktop shell into `dist/desktop`: main as a module, and with `--mode preload` the script a sandbox can run. */
import { cpSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

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
              cpSync(at('electron/station/database/migrations'), at('dist/desktop/migrations'), { recursive: true }),
          },
        ],
    build: {
      outDir: at('dist/desktop'),
      emptyOutDir: !preload,
      target: 'node24',
      minify: false,
      ssr: at(preload ? 'electron/desktop/preload.ts' : 'electron/desktop/main.ts'),
      rolldownOptions: {
        external: ['electron', 'better-sqlite3', /^node:/, ...builtinModules],
        output: preload
          ? { format: 'cjs' as const, entryFileNames: 'preload.cjs' }
          : { format: 'es' as const, entryFileNames: 'main.js' },
      },
    },
  }
})
