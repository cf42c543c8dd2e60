/** Does one work after another, also when one before it failed; then says what failed, so that it is tried again. */
export async function doEach(works: (() => Promise<unknown>)[]): Promise<void> {
  const errors: unknown[] = []
  for (const work of works) {
    try {
      await work()
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, errors.map(String).join('; '))
}
