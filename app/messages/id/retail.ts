export const retail = {} as const
