import type { ReactNode } from 'react'
import { t } from '#app/messages/say.ts'

type Field = readonly [name: string, value: string]
type FilterSheetProps = { action: string; kept: readonly Field[]; children: ReactNode }

/** Filters as a plain form beside what they leave; on a phone a sheet that its address opens. `kept` has no field in it. */
export function FilterSheet({ action, kept, children }: FilterSheetProps) {
  return (
    <form className="filters" id="saring" action={action} aria-label={t('shop.filter')}>
      <p className="sheet-head">
        <strong>{t('shop.filter')}</strong>
        <a className="link" href="#hasil">
          {t('shop.filter_close')}
        </a>
      </p>
      <KeptFields fields={kept} />
      {children}
      <p className="sheet-foot">
        <button className="button main" type="submit">
          {t('filter.show')}
        </button>
      </p>
    </form>
  )
}

/** What was asked for and has no field in a form stays asked for. */
export const KeptFields = ({ fields }: { fields: readonly Field[] }) =>
  fields.map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />)
