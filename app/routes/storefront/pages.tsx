import { t } from '#app/messages/say.ts'
import { Icon } from '#app/ui/icon.tsx'
import { type Choice, catalogueUrl } from '../search-choice.ts'

/** The way to the next products, and back to the first. */
export function Pages({ choice, next }: { choice: Choice; next: string | null }) {
  if (!next && !choice.after) return null
  return (
    <p className="pages">
      {choice.after && (
        <a className="link" href={catalogueUrl({ ...choice, after: null })}>
          {t('shop.first_page')}
        </a>
      )}
      {next && (
        <a className="button second" href={catalogueUrl({ ...choice, after: next })} rel="next">
          {t('shop.next_page')}
          <Icon name="forward" />
        </a>
      )}
    </p>
  )
}
