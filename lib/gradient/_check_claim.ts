/** A gradient that somebody claims: does it fit the parameters? */
import { shape } from "../matrix/_require.ts";
import { listNesting } from "./_nesting.ts";

const claimName = "the gradient is";

/** What keeps a claim from being a gradient at all: names and shapes. */
export function findMisfit(
  at: object,
  claim: object,
  action: string,
): string | undefined {
  const parameters = listNesting(at, action);
  const claims = new Map(
    listNesting(claim, action, claimName).map((
      { path, matrix },
    ) => [path, matrix]),
  );
  for (const { path, matrix } of parameters) {
    const found = claims.get(path);
    if (found === undefined) {
      return `it has nothing for ${path || "the matrix"}`;
    }
    if (found.rows !== matrix.rows || found.columns !== matrix.columns) {
      const name = path === "" ? "it" : path;
      return `${name} is ${shape(found)}, ${shape(matrix)} is needed`;
    }
    claims.delete(path);
  }
  const [other] = claims.keys();
  return other === undefined ? undefined : `${other} is no parameter`;
}

/** The numbers of a claim, in the order of the parameters. */
export function claimedValues(
  at: object,
  claim: object,
  action: string,
): Float64Array {
  const parts = listNesting(claim, action, claimName);
  return Float64Array.from(
    listNesting(at, action).flatMap(({ path }) => [
      ...parts.find((part) => part.path === path)!.matrix.toFloat64Array(),
    ]),
  );
}
