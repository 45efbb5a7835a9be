/** Starts the page. */
import './design/index.css'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { ApiProvider } from './api.tsx'
import { App } from './app.tsx'
import { createClient } from './client.ts'
import { applyDisplay, readDisplay } from './components/display.ts'

// zod would otherwise try `new Function`, which the Content-Security-Policy reports.
z.config({ jitless: true })
applyDisplay(readDisplay())

const place = document.getElementById('app')
if (place !== null) {
  createRoot(place).render(
    <ApiProvider client={createClient()}>
      <App />
    </ApiProvider>,
  )
}
