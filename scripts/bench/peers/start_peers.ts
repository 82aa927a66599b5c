/** Who is there to be timed, each started as its documentation recommends. */
import config from "../../../deno.json" with { type: "json" };
import { Peer, type Start } from "./peer.ts";
import { run } from "./processes.ts";

const FOLDER = "scripts/bench/peers/", DENO = Deno.execPath();
/** The packages, with their versions at the end. */
const packages = config.scopes["./scripts/bench/peers/"];

/** A program of this folder, in Deno. */
export const script = (name: string, ...permissions: string[]) =>
  [DENO, "run", "--no-prompt", ...permissions, FOLDER + name] as const;

/**
 * A Python with one thread, its own choice of a kernel, and memory that is used
 * again.
 */
export function careful(python: string): [string, ...string[]] {
  return [
    ...["env", "-u", "OPENBLAS_CORETYPE", "-u", "OPENBLAS_L2_SIZE"] as const,
    ...["OPENBLAS_NUM_THREADS=1", "OMP_NUM_THREADS=1"],
    "MALLOC_MMAP_THRESHOLD_=33554432",
    ...["MALLOC_TRIM_THRESHOLD_=1073741824", python],
  ];
}

/** NumPy's program, in some Python. */
export const numpyWorks = (python: string): Start["command"] => [
  ...careful(python),
  `${FOLDER}numpy_works.py`,
];

/** The first Python that has NumPy. */
export async function pythonWithNumpy(): Promise<string | undefined> {
  for (const python of ["python3", "/usr/bin/python3"]) {
    const command = [python, "-c", "import numpy"] as const;
    if (await run({ name: "NumPy", command }) !== undefined) return python;
  }
}

/** Such as `numpy-ts 1.7.0`. */
function packageOf(name: string): string {
  const found = Object.entries<string>(packages).find(([key]) =>
    key === name || key.startsWith(`@${name}/`)
  );
  return `${name} ${found?.[1].split("@").at(-1)}`;
}

const exact = { rtol: 1e-9, atol: 1e-9 };

/** The kit itself. */
export function startKit(): Peer {
  const command = script("kobai_works.ts");
  return new Peer({ name: "Kobai", command, ...exact });
}

/** Who is there, their versions, and what else NumPy's program says. */
export interface Present {
  readonly peers: readonly Peer[];
  readonly versions: readonly string[];
  /** Who is not. */
  readonly missing: readonly string[];
  /** Nanoseconds for a fresh page of memory. */
  readonly page: number | undefined;
}

/** Starts everybody whose program runs here. */
export async function startPeers(python: string | undefined): Promise<Present> {
  const starts: Start[] = [
    ...python === undefined
      ? []
      : [{ name: "NumPy", command: numpyWorks(python), ...exact }],
    { name: "numpy-ts", command: script("numpy_ts_works.ts", "-A"), ...exact },
    { name: "ml-matrix", command: script("ml_matrix_works.ts"), ...exact },
    // Its exponential has seven digits, and so have its differences fewer.
    {
      name: "jax-js",
      command: script("jax_js_works.ts", "-A"),
      ...{ rtol: 1e-6, atol: 1e-3 },
    },
  ];
  const peers: Peer[] = [], versions = [`Deno ${Deno.version.deno}`];
  const missing = python === undefined ? ["NumPy"] : [];
  let page: number | undefined;
  for (const start of starts) {
    const peer = new Peer(start), said = await peer.ask("about");
    if (said === undefined) {
      missing.push(start.name);
      continue;
    }
    page ??= said.page;
    versions.push(said.about ?? packageOf(start.name));
    peers.push(peer);
  }
  return { peers, versions, missing, page };
}
