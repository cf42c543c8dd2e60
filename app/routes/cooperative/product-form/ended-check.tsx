import { t } from '#app/messages/say.ts'
import { Problem } from '#app/ui/field.tsx'
import type { FormState } from './form-state.ts'

/** A published pack is not taken away but ended: what stands and what was ordered goes on. */
export function EndedCheck({ state: { drawn, shown }, prefix = '' }: { state: FormState; prefix?: string }) {
  const name = `${prefix}isEnded`
  return (
    <div className={shown[name]?.length ? 'field wrong' : 'field'}>
      <label className="check">
        <input type="checkbox" name={name} id={name} defaultChecked={drawn[name] === 'on'} />
        <span>
          {t('product.ended')}
          <small>{t('product.help.ended')}</small>
        </span>
      </label>
      <Problem id={name} errors={shown[name]} />
    </div>
  )
}
