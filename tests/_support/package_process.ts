/**
 * What npm packages bring, from Deno's cache, which is filled where it has to
 * be: a process of its own, because a test may not read that cache.
 *
 * deno run -A tests/_support/package_process.ts SPECIFIER...
 *
 * Prints a list of {@linkcode Brought}, as JSON.
 */

/** A package with all that it needs. */
export interface Brought {
  readonly specifier: string;
  readonly packages: number;
  readonly bytes: number;
  /** Every licence among them, its own first. */
  readonly licences: readonly string[];
}

interface Info {
  readonly npmPackages: Record<string, { name: string; localPath: string }>;
}

function sizeOf(folder: string): number {
  return [...Deno.readDirSync(folder)].reduce((sum, { name, isDirectory }) => {
    const path = `${folder}/${name}`;
    return sum + (isDirectory ? sizeOf(path) : Deno.statSync(path).size);
  }, 0);
}

async function deno(...args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
  }).output();
  if (!success) throw new TypeError(new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

async function broughtBy(specifier: string): Promise<Brought> {
  await deno("cache", "--no-config", specifier);
  const text = await deno("info", "--no-config", "--json", specifier);
  const all = Object.values((JSON.parse(text) as Info).npmPackages);
  const isOwn = ({ name }: { name: string }) =>
    specifier.startsWith(`npm:${name}@`);
  const licences = [...all.filter(isOwn), ...all].map(({ localPath }) =>
    JSON.parse(Deno.readTextFileSync(`${localPath}/package.json`)).license
  );
  return {
    specifier,
    packages: all.length,
    bytes: all.reduce((sum, { localPath }) => sum + sizeOf(localPath), 0),
    licences: [...new Set(licences)],
  };
}

const found: Brought[] = [];
for (const specifier of Deno.args) found.push(await broughtBy(specifier));
console.log(JSON.stringify(found));
