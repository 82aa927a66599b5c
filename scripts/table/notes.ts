/** What was done on the way through a table: how often, and where first. */
import type { Place } from "./records.ts";
import { quoted, type Saying, saying } from "./file_error.ts";
import type { RowChange } from "./rows.ts";
import { tableMessages as messages } from "./table_messages.ts";

interface Counted {
  count: number;
  readonly line: number;
  readonly found: string;
}

/** Counts changes by their kind. */
export class Notes {
  readonly #found = new Map<RowChange, Counted>();

  /** Counts a change; the place of the first of its kind is kept. */
  count(change: RowChange, found: string, place: () => Place): void {
    const known = this.#found.get(change);
    if (known !== undefined) known.count++;
    else this.#found.set(change, { count: 1, line: place().line, found });
  }

  /** Whether there was such a change. */
  has(change: RowChange): boolean {
    return this.#found.has(change);
  }

  /** A sentence for each kind. */
  list(): Saying[] {
    return [...this.#found].map(([change, { count, line, found }]) =>
      saying(messages.first, {
        what: saying(messages[change]),
        count,
        line,
        found: quoted(found),
      })
    );
  }
}
