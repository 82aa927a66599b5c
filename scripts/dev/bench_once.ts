/**
 * Calls every function that the given bench files hand to `Deno.bench`, once
 * and without measuring. Arguments: the files, as seen from the project's root.
 * `deno bench` spends at least half a second on each; the gate only wants to
 * know that they still run.
 *
 * Permissions: `--allow-read`, to import files that are named at run time.
 */
type Bench = Partial<Deno.BenchDefinition>;

const benches: Bench[] = [];

function collect(
  ...args: (string | Bench | Deno.BenchDefinition["fn"])[]
): void {
  const bench: Bench = {};
  for (const arg of args) {
    if (typeof arg === "string") bench.name = arg;
    else if (typeof arg === "function") bench.fn = arg;
    else Object.assign(bench, arg);
  }
  bench.name ??= bench.fn?.name ?? "";
  benches.push(bench);
}

const unmeasured = (name: string): Deno.BenchContext => ({
  name,
  origin: import.meta.url,
  start: () => {},
  end: () => {},
});

Object.assign(Deno, {
  bench: Object.assign(collect, { only: collect, ignore: () => {} }),
});
for (const file of Deno.args) {
  await import(new URL(`../../${file}`, import.meta.url).href);
}
for (const { name = "", fn, ignore } of benches) {
  if (!ignore) await fn?.(unmeasured(name));
}
console.log(`${benches.length} benches ran once`);
