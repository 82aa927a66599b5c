/** Whole programs, timed from their start to their end. */

/** A program and its arguments. */
export interface Program {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** What it reads. */
  readonly input?: string;
}

/** What a program that ended well printed, and nanoseconds. */
export interface Ended {
  readonly stdout: string;
  readonly time: number;
}

/** Runs a program; undefined where there is none or it fails. */
export async function run(
  { command: [program, ...args], input = "" }: Program,
): Promise<Ended | undefined> {
  try {
    const start = performance.now();
    const process = new Deno.Command(program, {
      args,
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    const writer = process.stdin.getWriter();
    await writer.write(new TextEncoder().encode(input)).catch(() => {});
    await writer.close().catch(() => {});
    const { success, stdout } = await process.output();
    const time = (performance.now() - start) * 1e6;
    const text = new TextDecoder().decode(stdout);
    return success ? { stdout: text, time } : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** Times programs in turn; those that fail are left out. */
export async function inTurn(
  programs: readonly Program[],
  rounds: number,
): Promise<{ names: string[]; times: number[][] }> {
  const works: Program[] = [];
  for (const program of programs) {
    if (await run(program) !== undefined) works.push(program);
  }
  const times: number[][] = works.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, program] of works.entries()) {
      times[i]!.push((await run(program))?.time ?? NaN);
    }
  }
  return { names: works.map(({ name }) => name), times };
}
