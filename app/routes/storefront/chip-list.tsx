import { say, t } from '#app/messages/say.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { Chip } from '../search/chips.ts'
import { type Choice, catalogueUrl, unfiltered } from '../search-choice.ts'

/** The filters that are on; each is the way to let it go. */
export function ChipList({ chips, choice }: { chips: Chip[]; choice: Choice }) {
  if (chips.length === 0) return null
  return (
    <ul className="chips">
      {chips.map(({ key, name, without }) => (
        <li key={key}>
          <a
            className="chip"
            href={catalogueUrl(without)}
            aria-label={say({ key: 'shop.filter_remove', name })}
          >
            <span>{name}</span> <Icon name="cross" />
          </a>
        </li>
      ))}
      <li>
        <a className="link small" href={catalogueUrl(unfiltered(choice))}>
          {t('shop.filter_clear')}
        </a>
      </li>
    </ul>
  )
}
