import { assertEquals } from "@std/assert";
import { exists, removeFolder } from "../../../scripts/grade/remove_folder.ts";
import { CHECKOUT } from "../../_support/checkout.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";

/** Writes one file after the other into a folder while that is there. */
const writer = `
const [folder] = Deno.args;
for (let i = 0; i < 600; i++) {
  try {
    Deno.mkdirSync(folder + "/" + i);
  } catch {
    Deno.exit();
  }
  if (i === 100) console.log("writing");
}`;

Deno.test(
  "removeFolder() removes a folder in which somebody still writes",
  needs("run", "read", "write"),
  async () => {
    using folder = temporaryFolder();
    const path = `${folder.path}cache`;
    const program = folder.file("writer.js", writer);
    Deno.mkdirSync(path);
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-config", program, path],
      cwd: CHECKOUT,
      stdin: "null",
      stdout: "piped",
    }).spawn();
    const reader = child.stdout.getReader();
    await reader.read();
    await removeFolder(path);
    await reader.cancel();
    await child.status;
    assertEquals(exists(path), false);
    await removeFolder(path); // what is not there is no trouble
  },
);
