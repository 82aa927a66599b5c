/**
 * Long tests run on a sample, and in full where `deno task test:long` says so.
 *
 * @module
 */

const LONG = "KOBAI_LONG";

/** Whether the full numbers are wanted. */
export const isLong: boolean =
  // never asks: without the permission a sample is enough
  Deno.permissions.querySync({ name: "env", variable: LONG }).state ===
    "granted" && Deno.env.get(LONG) === "1";

/**
 * How many cases a test tries.
 *
 * @param sample As many as fit into `deno task test`.
 * @param full The number that is told of; `deno task test:long` tries them all.
 * @returns One of the two.
 */
export function howMany(sample: number, full: number): number {
  return isLong ? full : sample;
}
