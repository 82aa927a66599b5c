/**
 * What another engine computes with ONNX files: a process of its own, which may
 * read and nothing else.
 *
 * deno run --allow-read tests/long/onnx_process.ts FOLDER
 *
 * For each NAME.onnx there it predicts the rows of NAME.x.json, and prints what
 * came out: JSON, by NAME.
 */

/** What an engine made of a model. */
export interface Computed {
  readonly bands: string[];
  readonly probabilities: number[];
}

/** Of the package, what is used here: `deno check` need not fetch 146 MB. */
interface Engine {
  readonly env: { wasm: { numThreads: number } };
  readonly Tensor: new (
    type: "float64",
    values: Float64Array,
    sizes: number[],
  ) => unknown;
  readonly InferenceSession: {
    create(model: Uint8Array): Promise<{
      run(inputs: { features: unknown }): Promise<{
        band: { data: string[] };
        probabilities: { data: Float64Array };
      }>;
    }>;
  };
}

const packages = { engine: "onnxruntime-web" };
const { InferenceSession, Tensor, env }: Engine = await import(packages.engine);
env.wasm.numThreads = 1;

const [folder] = Deno.args, found: Record<string, Computed> = {};
for (const { name: file } of Deno.readDirSync(folder!)) {
  if (!file.endsWith(".onnx")) continue;
  const name = file.replace(/\.onnx$/, ""), path = `${folder}/${name}`;
  const rows: number[][] = JSON.parse(
    Deno.readTextFileSync(`${path}.x.json`),
  );
  const session = await InferenceSession.create(
    Deno.readFileSync(`${path}.onnx`),
  );
  const { band, probabilities } = await session.run({
    features: new Tensor("float64", Float64Array.from(rows.flat()), [
      rows.length,
      rows[0]!.length,
    ]),
  });
  found[name] = {
    bands: [...band.data],
    probabilities: [...probabilities.data],
  };
}
console.log(JSON.stringify(found));
