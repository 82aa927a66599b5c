/** The table that comes with the kit, for who has none at hand. */

/** 1,010 German essays: see `examples/data/merlin-de/README.md`. */
export const shipped = {
  url: new URL("../../examples/data/merlin-de/merlin_de.csv", import.meta.url),
  name: "merlin_de.csv",
  features: ["words", "errors"],
  label: "score",
  bands: "A1-A2=1,2;B1=3;B2-C1=4,5",
} as const;
