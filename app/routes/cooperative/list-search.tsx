import { Form } from '@remix-run/react'
import { Icon } from '#app/ui/icon.tsx'

type ListSearchProps = {
  action: string
  /** What was looked for. */
  search: string
  label: string
  submit: string
  /** What stays asked for beside the words. */
  kept: { name: string; value: string } | null
}

/** The search of a long list by name. */
export function ListSearch({ action, search, label, submit, kept }: ListSearchProps) {
  return (
    <search>
      <Form className="member-search" action={action}>
        {kept && <input type="hidden" {...kept} />}
        <div className="field">
          <label htmlFor="cari">{label}</label>
          <div className="box">
            <Icon name="search" />
            <input
              id="cari"
              name="cari"
              type="search"
              key={search}
              defaultValue={search}
              autoComplete="off"
              maxLength={100}
            />
          </div>
        </div>
        <button className="button second" type="submit">
          {submit}
        </button>
      </Form>
    </search>
  )
}
