/** The names of the files that students get. */
import type { Member } from "./class_list.ts";
import { safeText } from "./safe_text.ts";

/** In bytes: with a longer one there is no room for what is written beside it first. */
const longestName = 150;

/**
 * Names of files, each for one student; of two that would get the same, the one whose name needs no
 * change comes first, whoever is graded first.
 */
export function fileNames(members: readonly Member[]): Map<Member, string> {
  const plain = new Map(members.map((member) => [member, plainName(member)]));
  const inOrder = members.toSorted((a, b) =>
    Number(plain.get(a) !== a.student) - Number(plain.get(b) !== b.student)
  );
  const taken = new Set<string>();
  return new Map(inOrder.map((member) => {
    const stem = plain.get(member)!;
    let name = stem;
    for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${stem}-${i}`;
    taken.add(name.toLowerCase());
    return [member, name];
  }));
}

function plainName({ student }: Member): string {
  const plain = safeText(student)
    .replace(/[\\/:*?"<>|]/g, "_").replace(/^\./, "_") || "_";
  const bytes = new TextEncoder().encode(plain);
  if (bytes.length <= longestName) return plain;
  const cut = new TextDecoder().decode(bytes.subarray(0, longestName));
  return cut.replace(/\ufffd+$/, ""); // half a letter
}
