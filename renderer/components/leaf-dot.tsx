/** A kind of pledge as its leaf: colour and icon, never colour alone. */
import {
  BookOpen,
  Briefcase,
  Bus,
  Gift,
  GraduationCap,
  Hammer,
  HeartHandshake,
  HeartPulse,
  House,
  Laptop,
  type LucideIcon,
  Megaphone,
  MessageCircleQuestionMark,
  Palette,
  Phone,
  Shield,
  Sparkles,
  Sprout,
  Trophy,
  Users,
} from 'lucide-react'
import type { LeafColour, PledgeIcon } from '../../shared/domain/event-pack.ts'

const ICONS: Record<PledgeIcon, LucideIcon> = {
  briefcase: Briefcase,
  'graduation-cap': GraduationCap,
  interview: MessageCircleQuestionMark,
  hammer: Hammer,
  house: House,
  'heart-handshake': HeartHandshake,
  'heart-pulse': HeartPulse,
  'book-open': BookOpen,
  phone: Phone,
  users: Users,
  palette: Palette,
  trophy: Trophy,
  bus: Bus,
  laptop: Laptop,
  megaphone: Megaphone,
  sprout: Sprout,
  gift: Gift,
  shield: Shield,
  sparkles: Sparkles,
}

export function LeafDot({ leaf, icon, small = false }: { leaf: LeafColour; icon: PledgeIcon; small?: boolean }) {
  const Icon = ICONS[icon]
  return (
    <span className={`leaf-dot leaf-${leaf} ${small ? 'small' : ''}`.trim()} aria-hidden>
      <Icon className="icon" />
    </span>
  )
}
