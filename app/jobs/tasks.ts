import type { TaskList } from 'graphile-worker'

/** Which event leads to which capability. */
export const tasks: TaskList = {}
