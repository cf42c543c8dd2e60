import { Form, Link } from '@remix-run/react'
import { papersOf } from '#app/domain/onboarding/checklist.ts'
import { say, t } from '#app/messages/say.ts'
import { formatInstant } from '#app/platform/calendar.ts'
import { Problem } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Remark } from './remark.tsx'
import type { StepProps } from './step.tsx'

/** A form for each paper: one is sent while the others wait, and a line that breaks loses one at most. */
export function PapersStep({ application, form }: StepProps) {
  const { kind, documents, remarks, next } = application
  const papers = papersOf[kind]
  const sent = form.field('paper').initialValue
  const problem = form.field('file').errors
  return (
    <>
      <p>{t('apply.needs_photo')}</p>
      <ol className="papers">
        {papers.map((paper) => {
          const found = documents.find((one) => one.kind === paper)
          const errors = sent === paper ? problem : undefined
          const isChainDeed = paper === 'deed' && kind === 'retail_chain'
          const help = isChainDeed ? 'apply.paper.deed_help_chain' : (`apply.paper.${paper}_help` as const)
          return (
            <li key={paper} id={paper}>
              <h2>{t(`apply.paper.${paper}`)}</h2>
              <p className="small quiet" id={`${paper}-help`}>
                {t(help)}
              </p>
              <Remark text={remarks[`paper_${paper}`]} />
              <p className={found ? 'status ok' : 'status quiet'}>
                <Icon name={found ? 'check' : 'clock'} />
                {found
                  ? say({
                      key: 'apply.paper_sent',
                      at: formatInstant(found.uploadedAt),
                      name: found.uploadedBy,
                      size: Math.ceil(found.size / 1024),
                    })
                  : t('apply.paper_none')}
              </p>
              <Form method="post" encType="multipart/form-data" reloadDocument>
                <input type="hidden" name="paper" value={paper} />
                <div className={errors ? 'field wrong' : 'field'}>
                  <label htmlFor={`file-${paper}`}>{t('apply.paper_file')}</label>
                  <input
                    id={`file-${paper}`}
                    type="file"
                    name="file"
                    accept="image/*,application/pdf"
                    aria-describedby={`${paper}-help`}
                    required
                  />
                  <Problem id={`file-${paper}`} errors={errors} />
                </div>
                <button
                  className="button second"
                  type="submit"
                  aria-label={say({ key: 'apply.paper_named', paper: t(`apply.paper.${paper}`) })}
                >
                  {t(found ? 'apply.paper_replace' : 'apply.paper_send')}
                </button>
              </Form>
            </li>
          )
        })}
      </ol>
      <Link className={documents.length === papers.length ? 'button main' : 'button second'} to={next}>
        {t('apply.back_overview')}
      </Link>
    </>
  )
}
