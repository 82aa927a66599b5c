/** `results.jsonl`: a line for each student, added as soon as it is known. */
import type { Grade } from "./record.ts";
import type { TypeProblem } from "./type_problem.ts";

/** Whose submission, and which. */
export interface Key {
  readonly student: string;
  /**
   * Of the submission and the cases: once one of them changes it is graded
   * again.
   */
  readonly digest: string;
}

/** What is known of a submission. */
export interface ResultRecord extends Key, Grade {
  /** Of the kit, the tasks and how they are judged: `kitDigest` gives it. */
  readonly kit: string;
  /** What the cases were drawn with. */
  readonly seed: string;
  /** What TypeScript says, where it was asked; on a line of its own. */
  readonly types?: readonly TypeProblem[];
}

/** A line of types. */
interface TypesLine extends Key {
  readonly types: readonly TypeProblem[];
}

/** What is kept of each student in memory. */
interface Last {
  readonly digest: string;
  readonly kit: string;
  /** Where the record begins. */
  readonly place: number;
  readonly points: number;
  readonly loaded: boolean;
  types?: readonly TypeProblem[];
}

/** Another process writes the same file. */
export class ResultsInUse extends Error {
  override readonly name = "ResultsInUse";
}

/** Records of a grader that did not say what it graded with. */
export class ResultsTooOld extends Error {
  override readonly name = "ResultsTooOld";
}

/** The records of a class. */
export class Results implements Disposable {
  readonly #file: Deno.FsFile;
  readonly #last = new Map<string, Last>();
  #end = 0;
  #seed: string | undefined;

  private constructor(file: Deno.FsFile) {
    this.#file = file;
  }

  /**
   * Opens a file of records, made if it is not there. A last line that was cut
   * off is dropped; other lines that are no records are passed over. Until it
   * is disposed of nobody else can open it.
   *
   * @throws {ResultsInUse} If another process has it open.
   * @throws {ResultsTooOld} If a record is of an older version of the grader.
   */
  static async open(path: string): Promise<Results> {
    const file = await Deno.open(path, {
      read: true,
      write: true,
      create: true,
    });
    const results = new Results(file);
    try {
      if (!file.tryLockSync(true)) throw new ResultsInUse(path);
      for await (const { line, place, end } of linesOf(file)) {
        results.#keep(readLine(line), place);
        results.#end = end;
      }
      await file.truncate(results.#end);
      return results;
    } catch (error) {
      file.close();
      throw error;
    }
  }

  #keep(record: ResultRecord | TypesLine | undefined, place: number): void {
    if (record === undefined) return;
    const { student, digest } = record;
    if ("tasks" in record) {
      const { kit, points, status, problem } = record;
      this.#seed ??= record.seed;
      if (typeof kit !== "string") throw new ResultsTooOld(student);
      // A checker of types may sit for ever over what no reader takes.
      const loaded = status !== "load error" && problem === undefined;
      this.#last.set(student, { digest, kit, place, points, loaded });
      return;
    }
    const last = this.#last.get(student);
    if (last?.digest === digest) last.types = record.types;
  }

  /** Whether a submission was graded as it is now, with this kit. */
  has({ student, digest }: Key, kit: string): boolean {
    const last = this.#last.get(student);
    return last?.digest === digest && last.kit === kit;
  }

  /** What the cases of the first record were drawn with. */
  get seed(): string | undefined {
    return this.#seed;
  }

  /** How many records are of another kit. */
  ofOtherKits(kit: string): number {
    return [...this.#last.values()].filter((last) => last.kit !== kit).length;
  }

  /**
   * Whether the types of a submission are still to be checked: of those with
   * fewer points, if they can be loaded at all.
   */
  needsTypes(student: string, fewerThan: number): boolean {
    const last = this.#last.get(student);
    return last !== undefined && last.loaded && last.types === undefined &&
      last.points < fewerThan;
  }

  /** The digest of a student's last record. */
  digestOf(student: string): string | undefined {
    return this.#last.get(student)?.digest;
  }

  /**
   * Takes a student's records for another submission's: none is read any more.
   */
  forget(student: string): void {
    this.#last.delete(student);
  }

  /** Adds a line, in one piece. */
  add(record: ResultRecord | TypesLine): void {
    const line = `${JSON.stringify(record, withoutNaN)}\n`;
    const bytes = new TextEncoder().encode(line);
    this.#file.seekSync(this.#end, Deno.SeekMode.Start);
    try {
      for (let written = 0; written < bytes.length;) {
        written += this.#file.writeSync(bytes.subarray(written));
      }
    } catch (error) {
      // A full disk may have taken half of it.
      this.#file.truncateSync(this.#end);
      throw error;
    }
    this.#keep(record, this.#end);
    this.#end += bytes.length;
  }

  /** The last record of each student, one after the other. */
  async *read(): AsyncGenerator<ResultRecord> {
    for await (const { line, place } of linesOf(this.#file)) {
      const record = readLine(line);
      if (record === undefined || !("tasks" in record)) continue;
      const last = this.#last.get(record.student);
      if (last?.place !== place) continue;
      yield last.types === undefined
        ? record
        : { ...record, types: last.types };
    }
  }

  [Symbol.dispose](): void {
    this.#file.close();
  }
}

/** A whole line, and where it begins and ends in bytes. */
interface Line {
  readonly line: string;
  readonly place: number;
  readonly end: number;
}

async function* linesOf(file: Deno.FsFile): AsyncGenerator<Line> {
  let rest = new Uint8Array(), place = 0;
  const decoder = new TextDecoder();
  await file.seek(0, Deno.SeekMode.Start);
  const buffer = new Uint8Array(65536);
  for (;;) {
    const count = await file.read(buffer);
    if (count === null) return;
    const bytes = new Uint8Array(rest.length + count);
    bytes.set(rest);
    bytes.set(buffer.subarray(0, count), rest.length);
    let from = 0;
    for (
      let to = bytes.indexOf(10, rest.length);
      to >= 0;
      to = bytes.indexOf(10, from)
    ) {
      const end = place + to + 1 - from;
      yield { line: decoder.decode(bytes.subarray(from, to)), place, end };
      place = end;
      from = to + 1;
    }
    rest = bytes.slice(from);
  }
}

/** JSON has no NaN and no infinities: they are written as texts. */
function withoutNaN(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value)
    ? String(value)
    : value;
}

/**
 * In a list such a text is the number again; there are no other lists of texts.
 */
function withNaN(this: unknown, _key: string, value: unknown): unknown {
  const isNumber = Array.isArray(this) &&
    (value === "NaN" || value === "Infinity" || value === "-Infinity");
  return isNumber ? Number(value) : value;
}

function readLine(line: string): ResultRecord | TypesLine | undefined {
  try {
    const record = JSON.parse(line, withNaN) as Partial<ResultRecord> | null;
    const { student, digest, status, points, tasks, types } = record ?? {};
    if (typeof student !== "string" || typeof digest !== "string") {
      return undefined;
    }
    const isRecord = typeof status === "string" &&
      typeof points === "number" && Array.isArray(tasks);
    if (isRecord) return record as ResultRecord;
    return Array.isArray(types) ? { student, digest, types } : undefined;
  } catch {
    return undefined;
  }
}
