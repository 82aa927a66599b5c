/**
 * Hand-ins that are the same but for comments and layout: something to look at.
 */

/**
 * Groups of students whose programs are the same but for comments and layout,
 * in the order of their first.
 *
 * @param programs Who handed in what.
 */
export function sameHandIns<Student>(
  programs: readonly (readonly [Student, string])[],
): Student[][] {
  const groups = new Map<string, Student[]>();
  for (const [student, source] of programs) {
    const bare = withoutLayout(source);
    groups.set(bare, [...groups.get(bare) ?? [], student]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/**
 * Comments, texts, layout and what a formatter puts in. What does not end goes
 * on to the end, so that nothing is looked at twice.
 */
const parts =
  /\/\*(?:[^]*?\*\/|[^]*)|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|`(?:\\[^]|[^`\\])*`?|[\s;]+|,(?=\s*[)\]}])/g;

/**
 * A program without comments, space, semicolons and last commas. (What is taken
 * for a comment in a regular expression is missing in every copy alike.)
 */
export function withoutLayout(source: string): string {
  return source.replace(parts, (part) => {
    if (/^["']/.test(part)) return JSON.stringify(part.slice(1, -1));
    return part.startsWith("`") ? part : "";
  });
}
