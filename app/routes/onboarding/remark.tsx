import { say } from '#app/messages/say.ts'

/** What the operator asks to have changed, at its field. */
export function Remark({ text }: { text: string | undefined }) {
  if (!text) return null
  return <p className="band wait remark">{say({ key: 'apply.remark', reason: text })}</p>
}
