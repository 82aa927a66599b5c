/** The texts that models and networks are kept in: JSON with a checksum. */
import { describe } from "../matrix/_require.ts";
import { checksumOf, withChecksum } from "./_checksum.ts";
import { JsonReader } from "./_json_reader.ts";
import { ModelError } from "./model.ts";

/** JSON of an object with its checksum, and a line break at its end. */
export function keptText(value: object): string {
  // A row of numbers reads better on one line. (No text has a line break.)
  return withChecksum(
    JSON.stringify({ ...value, checksum: "" }, null, 2).replace(
      /\[\n\s*([^[\]{}"]+?)\n\s*\]/g,
      (_, numbers) => `[${numbers.replace(/\s+/g, " ")}]`,
    ) + "\n",
  );
}

/** A reader of such a text; `action` is for the errors. */
export function readerOf(text: string, action: string): JsonReader {
  if (typeof text !== "string") {
    throw new TypeError(
      `Cannot ${action}: found ${describe(text)}, a text is needed`,
    );
  }
  return new JsonReader(
    parseJson(text, action),
    "",
    (path, found, needed) =>
      new ModelError(
        `Cannot ${action}: ${path || "the whole"} is ${found}, ${needed}`,
        "damaged",
        path,
      ),
  );
}

/** Requires that a text says the checksum of its content. */
export function requireChecksum(said: JsonReader, text: string): void {
  const sum = checksumOf(text);
  if (said.text() !== sum) {
    throw said.error(`${sum} is what its content gives`);
  }
}

function parseJson(text: string, action: string): unknown {
  try {
    // A byte-order mark may stand before it, as some editors write it.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ModelError(
      `Cannot ${action}: it is no JSON, or was cut off (${error.message})`,
      "format",
    );
  }
}

/** Requires a format and one of its versions, and gives the version. */
export function requireVersion(
  value: unknown,
  format: string,
  versions: readonly number[],
  action: string,
): unknown {
  const found = (value ?? {}) as { format?: unknown; version?: unknown };
  if (found.format !== format) {
    throw new ModelError(
      `Cannot ${action}: format is ${describe(found.format)}, ` +
        `"${format}" is needed`,
      "format",
      "format",
    );
  }
  if (!versions.includes(found.version as number)) {
    throw new ModelError(
      `Cannot ${action}: its version is ${describe(found.version)}, ` +
        `version ${versions.join(" or ")} is needed`,
      "version",
      "version",
    );
  }
  return found.version;
}
