/**
 * Functions that a cell's code has from files beside it. A notebook carries
 * them in its first cell, a page has them in its program: so such a file
 * imports packages and other such files alone, and touches nothing around it.
 */
import { message, type Text } from "../cli/message.ts";
import { UnshownError, usesName } from "./code.ts";

/** A file whose functions a cell's code uses. */
export interface Helper {
  /** Its address. */
  readonly url: string;
  /** The name of its file. */
  readonly name: string;
  /** Its text. */
  readonly source: string;
  /** The same without imports and exports, as a notebook has it. */
  readonly code: string;
}

const statement =
  /^import\s+(type\s+)?([^"';]*?)\s*from\s+["']([^"']+)["'];?[^\n]*\n?/gm;

const refusal = message({
  ja: "セル {cell} のコードを表示できません：{file} の {line} 行目{fault}",
  en: "Cannot show the code of cell {cell}: {file}, line {line}, {fault}",
});
const ofTheKit = message({
  ja:
    "は、キットのファイル {used} を import しています。ノートブックには持っていけないので、パッケージか、隣に置いた同じようなファイルだけを import してください",
  en:
    "imports {used}, a file of the kit, which no notebook carries: packages and other such files beside it are all it may import",
});
const surroundings = message({
  ja:
    "は {used} を使っています。ページやノートブックでも動くように、計算だけをする関数が必要です",
  en:
    "uses {used}, which a page does not have: functions that only compute are needed",
});
const otherExport = message({
  ja:
    "は、ノートブックに写せない形の export です。`export function 名前` か `export const 名前` が必要です",
  en:
    "exports in a way that no notebook can copy, `export function name` or `export const name` is needed",
});
const renamed = message({
  ja:
    "は、名前を変えて import しています。もとの名前のままの import が必要です",
  en: "imports under another name, the same name is needed",
});

/** A cell before its code is known. */
interface CellFile {
  readonly name: string;
  readonly url: string;
  readonly source: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** What a file imports by a relative path, types aside. */
function importsFrom(source: string): { names: string[]; path: string }[] {
  return [...source.matchAll(statement)]
    .filter(([, type, , path]) =>
      type === undefined && /^(?:\.|\/|file:)/.test(path!)
    )
    .map(([, , clause = "", path = ""]) => ({
      names: clause.replace(/[{}]/g, "").split(",").map((name) => name.trim())
        .filter((name) => name !== "" && !name.startsWith("type ")),
      path,
    }));
}

/**
 * The files whose functions stand in a cell's marked lines, and those that
 * these need; each after what it needs.
 *
 * @param cell The cell.
 * @returns The files, and the names that the code has from them.
 * @throws {UnshownError} If one of them cannot be carried.
 */
export async function helpersOf(
  cell: CellFile,
): Promise<{ helpers: Helper[]; names: string[] }> {
  const [, marked = ""] =
    cell.source.match(/\n\s*\/\/ ?show\s*\n([^]*)\n\s*\/\/ ?end\s*\n/) ?? [];
  const used = importsFrom(cell.source).flatMap(({ names, path }) => {
    const found = names.filter((name) =>
      !Object.hasOwn(cell.inputs, name) &&
      usesName(marked, name.replace(/^.* as /, ""))
    );
    return found.length === 0 ? [] : [{ names: found, path }];
  });
  const helpers = new Map<string, Helper>();
  for (const { names, path } of used) {
    if (names.some((name) => name.includes(" as "))) {
      refuse(cell.name, cell.url, cell.source, path, renamed({}));
    }
    await collect(new URL(path, cell.url).href, cell.name, helpers);
  }
  return {
    helpers: [...helpers.values()],
    names: used.flatMap(({ names }) => names),
  };
}

async function collect(
  url: string,
  cell: string,
  found: Map<string, Helper>,
): Promise<void> {
  if (found.has(url)) return;
  // Its module is loaded already, so this needs no permission.
  const { default: source } = await import(url, { with: { type: "text" } });
  requirePortable(source, url, cell);
  for (const { names, path } of importsFrom(source)) {
    if (names.some((name) => name.includes(" as "))) {
      refuse(cell, url, source, path, renamed({}));
    }
    await collect(new URL(path, url).href, cell, found);
  }
  const code = source.replace(statement, "")
    .replace(
      /^export (?=(?:async )?(?:function|const|let|class|type|interface|enum)\b)/gm,
      "",
    )
    .trim();
  found.set(url, { url, name: nameOf(url), source, code });
}

/** @throws {UnshownError} If a notebook or a page could not have the file. */
function requirePortable(source: string, url: string, cell: string): void {
  for (const { path } of importsFrom(source)) {
    // Asked for here, because in a page this file is at no address.
    const kit = new URL("../", import.meta.url).href;
    if (new URL(path, url).href.startsWith(kit)) {
      refuse(cell, url, source, path, ofTheKit({ used: path }));
    }
  }
  const code = source.replace(
    /\/\*[^]*?\*\//g,
    (text) => text.replace(/[^\n]/g, " "),
  ).replace(/\/\/.*/g, "");
  const [outside] =
    code.match(/\bDeno\b|\bimport\.meta\b|\bimport\s*\(|\bprocess\b/) ?? [];
  if (outside !== undefined) {
    const used = outside.replace(/\s*\($/, "()");
    refuse(cell, url, code, outside, surroundings({ used }));
  }
  const [other] = code.match(/^export (?:default\b|\{|\*).*/m) ?? [];
  if (other !== undefined) refuse(cell, url, code, other, otherExport({}));
}

function refuse(
  cell: string,
  url: string,
  source: string,
  at: string,
  fault: Text,
): never {
  const line = source.slice(0, source.indexOf(at)).split("\n").length;
  throw new UnshownError(
    refusal({ cell, file: nameOf(url), line, fault }),
  );
}

function nameOf(url: string): string {
  return decodeURIComponent(url.slice(url.lastIndexOf("/") + 1));
}
