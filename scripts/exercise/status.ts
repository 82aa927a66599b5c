/** How grading a submission ended. */

/** Every status, the ordinary one first. */
export const statuses = [
  "graded",
  "load error",
  "timeout",
  "killed",
  "output limit",
  "protocol error",
] as const;

/**
 * - `graded`: every call came to an end.
 * - `load error`: the file cannot be read as a program, or fails while it is loaded.
 * - `timeout`: stopped at the time limit.
 * - `killed`: the system or V8 stopped it, mostly because it wanted too much memory.
 * - `output limit`: stopped because it printed too much.
 * - `protocol error`: it ended by itself before all calls were made, or meddled with the answers.
 */
export type Status = typeof statuses[number];
