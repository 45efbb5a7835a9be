/** Builds the screens into `dist/renderer`, in a form that needs no inline script, no inline style and no eval. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('renderer', import.meta.url)),
  plugins: [react()],
  // The reader of QR codes is a worker of its own, and a module as all else is.
  worker: { format: 'es' },
  build: {
    outDir: fileURLToPath(new URL('dist/renderer', import.meta.url)),
    emptyOutDir: true,
    sourcemap: false,
    // Fonts and icons stay files: a data: URL would need a hole in the Content-Security-Policy.
    assetsInlineLimit: 0,
    // Every browser that can run these screens preloads modules by itself; the polyfill would be bytes for nothing.
    modulePreload: { polyfill: false },
    // What the licences of the bundled packages ask for: their text goes wherever the bundle goes.
    license: { fileName: 'licences.md' },
  },
})
