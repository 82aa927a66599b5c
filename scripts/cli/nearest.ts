/** What somebody may have meant. */
import { distance } from "fastest-levenshtein";

/**
 * The three candidates with a part most like the name, the shorter ones first.
 */
export function nearest(name: string, candidates: Iterable<string>): string[] {
  return [...candidates]
    .map((candidate) => {
      const starts = Math.max(1, candidate.length - name.length + 1);
      const parts = Array.from(
        { length: starts },
        (_, start) => candidate.slice(start, start + name.length),
      );
      const part = Math.min(...parts.map((part) => distance(name, part)));
      return { candidate, part, whole: distance(name, candidate) };
    })
    .sort((a, b) => a.part - b.part || a.whole - b.whole)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
