import type { ReactNode } from 'react'
import { say, t } from '#app/messages/say.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { Section as Name, Standing } from './typed.ts'

type SectionProps = {
  name: Name
  /** Null before anybody wrote in it. */
  standing: Standing | null
  /** What is in it, in one line, for when it is folded. */
  summary: string
  isOpen: boolean
  children: ReactNode
}

/** A part of the form. What is done is folded to a line, and opens with a press. */
export function Section({ name, standing, summary, isOpen, children }: SectionProps) {
  return (
    <details className="form-section" open={isOpen} id={`bagian-${name}`}>
      <summary>
        <h2>{t(`product.section.${name}`)}</h2>
        <span className="quiet small">{summary}</span>
        <StandingMark standing={standing} />
      </summary>
      <div className="fields">{children}</div>
    </details>
  )
}

function StandingMark({ standing }: { standing: Standing | null }) {
  if (!standing || standing.is === 'empty')
    return <span className="link small open-word">{t('product.write')}</span>
  if (standing.is === 'done')
    return (
      <span className="status ok">
        <Icon name="check" />
        {t('product.done')}
      </span>
    )
  if (standing.is === 'wrong')
    return (
      <span className="status stop">
        <Icon name="cross" />
        {t('product.wrong')}
      </span>
    )
  return (
    <span className="status wait">
      <Icon name="clock" />
      {say({ key: 'product.missing', count: standing.fields.length })}
    </span>
  )
}
