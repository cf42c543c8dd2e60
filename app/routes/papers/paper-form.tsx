import type { SubmissionResult } from '@conform-to/react'
import { Form, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { doubtOf, readNumber } from '#app/domain/certificates/rules.ts'
import type { CertificateKind } from '#app/generated/prisma/enums.ts'
import { say, t } from '#app/messages/say.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { Field, FormProblem, Problem } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { shrinkPhoto } from '../photos/shrink-photo.ts'
import { MembershipField } from '../portal.tsx'

type PaperFormProps = {
  /** Comes with the page, so that a form sent twice is one paper. */
  certificateId: string
  membershipId: string
  kinds: readonly CertificateKind[]
  /** Chosen before the page was opened: what is renewed. */
  kind: CertificateKind | null
  /** What is known already, so that it need not be typed. */
  number?: string | undefined
  holderName: string
  result: SubmissionResult<string[]> | undefined
}

/** One paper: its photo, which kind, its number; name and days are folded until something is wrong with them. */
export function PaperForm({
  certificateId,
  membershipId,
  kinds,
  kind,
  number,
  holderName,
  result,
}: PaperFormProps) {
  const form = answeredForm(result, 'kertas')
  const isSending = useNavigation().state === 'submitting'
  const [chosen, setChosen] = useState<string>(form.field('kind', kind ?? undefined).initialValue ?? '')
  const [typed, setTyped] = useState(form.field('number', number).initialValue ?? '')
  const kindField = form.field('kind')
  const folded = ['holderName', 'issuedOn', 'expiresOn'] as const
  const known = kinds.find((one) => one === chosen)
  // What the answer says of a number is not said twice.
  const isAnswered = form.field('number').errors && typed === form.field('number').initialValue
  return (
    <Form method="post" encType="multipart/form-data" className="stacked paper-form" id="tambah">
      <FormProblem errors={form.field('paper').errors ? undefined : form.errors} />
      <MembershipField membershipId={membershipId} />
      <input type="hidden" name="certificateId" value={certificateId} />
      <PaperField field={form.field('paper')} wasSent={result !== undefined} />
      <fieldset className={kindField.errors ? 'field wrong' : 'field'}>
        <legend>{t('certificate.which')}</legend>
        <div className="paper-kinds">
          {kinds.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="kind"
                value={one}
                required
                checked={chosen === one}
                onChange={() => setChosen(one)}
                aria-describedby={kindField.errors ? `${kindField.id}-problem` : undefined}
              />
              <span>{t(`certificate.kind.${one}`)}</span>
            </label>
          ))}
        </div>
        <Problem id={kindField.id} errors={kindField.errors} />
      </fieldset>
      <Field
        label={t('certificate.number')}
        help={known ? t(`certificate.looks.${known}`) : undefined}
        field={form.field('number', number)}
        required
        maxLength={80}
        autoComplete="off"
        autoCapitalize="characters"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {known && !isAnswered && <Heard kind={known} typed={typed} />}
      <details open={folded.some((name) => form.field(name).errors) || undefined}>
        <summary>{t('certificate.more')}</summary>
        <div className="stacked">
          <Field
            label={t('certificate.holder')}
            field={form.field('holderName', holderName)}
            maxLength={100}
            autoComplete="off"
          />
          <div className="paper-days">
            <Field label={t('certificate.issued')} field={form.field('issuedOn')} type="date" />
            <Field
              label={t('certificate.expires')}
              help={t('certificate.expires_help')}
              field={form.field('expiresOn')}
              type="date"
            />
          </div>
        </div>
      </details>
      <button className="button main" type="submit" aria-busy={isSending}>
        {t(isSending ? 'form.sending' : 'certificate.send')}
      </button>
    </Form>
  )
}

/** What is read of the number while it is typed: that its form is right, or what to look at again. */
function Heard({ kind, typed }: { kind: CertificateKind; typed: string }) {
  if (typed.trim() === '') return null
  const read = readNumber(kind, typed)
  if ('problem' in read)
    return (
      <p className="small wait" role="status">
        {say(read.problem)}
      </p>
    )
  const doubt = doubtOf(kind, read.value)
  return (
    <p className={doubt ? 'status wait' : 'status ok'} role="status">
      <Icon name={doubt ? 'clock' : 'check'} />
      {doubt ? say(doubt) : t('halal.right')}
    </p>
  )
}

type PaperFieldProps = { field: ReturnType<ReturnType<typeof answeredForm>['field']>; wasSent: boolean }

/** The photo, shown at once; a large one is made smaller before it is sent, where the browser can. */
function PaperField({ field, wasSent }: PaperFieldProps) {
  const [preview, setPreview] = useState<string | null>(null)
  const [name, setName] = useState('')
  const latest = useRef(0)
  useEffect(() => () => void (preview && URL.revokeObjectURL(preview)), [preview])
  const choose = async (input: HTMLInputElement) => {
    const turn = ++latest.current
    const file = input.files?.[0]
    setName(file?.name ?? '')
    setPreview(file?.type.startsWith('image/') ? URL.createObjectURL(file) : null)
    if (!file?.type.startsWith('image/')) return
    const smaller = await shrinkPhoto(file, false)
    if (turn !== latest.current || !smaller || smaller === file) return
    const chosen = new DataTransfer()
    chosen.items.add(new File([smaller], 'kertas.jpg', { type: smaller.type }))
    input.files = chosen.files
  }
  const described = [`${field.id}-help`, field.errors && `${field.id}-problem`].filter(Boolean).join(' ')
  return (
    <div className={field.errors ? 'field wrong' : 'field'}>
      <label htmlFor={field.id} className="paper-choose">
        <Icon name="photo" />
        <span>
          <strong>{t('certificate.paper')}</strong>
          <small id={`${field.id}-help`}>
            {t(wasSent && !name ? 'certificate.paper_again' : 'certificate.paper_help')}
          </small>
        </span>
      </label>
      <input
        id={field.id}
        type="file"
        name="paper"
        accept="image/jpeg,image/png,image/webp,application/pdf"
        required
        aria-describedby={described}
        aria-invalid={field.errors ? true : undefined}
        onChange={(event) => void choose(event.currentTarget)}
      />
      {name && (
        <p className="small" role="status">
          {name}
        </p>
      )}
      {preview && <img className="paper-shown" src={preview} alt={t('certificate.chosen')} />}
      <Problem id={field.id} errors={field.errors} />
    </div>
  )
}
