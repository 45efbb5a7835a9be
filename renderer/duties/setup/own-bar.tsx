/** The bar of a tablet that cannot say yet which event it is for: the app’s own mark and name. */
import { Bar } from '../../components/page.tsx'
import './setup.css'

export const OwnBar = () => (
  <Bar
    title={
      <span className="beside gap-4">
        <img src="/icon.svg" alt="" className="setup-mark" />
        Pledge Kiosk
      </span>
    }
  />
)
