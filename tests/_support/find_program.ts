/**
 * Finds a program that some tests need and not every machine has, and prints
 * its path; nothing where it is missing. A process of its own, because a test
 * may start Deno and nothing else.
 *
 * deno run --allow-run tests/_support/find_program.ts chromium|firefox|nbclient|numpy|rsvg|bwrap|node|fonts
 */

/** The commands to try, and arguments with which they end well at once. */
const PROGRAMS: Record<string, { commands: string[]; args: string[] }> = {
  chromium: {
    commands: [
      "/usr/bin/chromium", // Debian's
      "/usr/bin/google-chrome",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    args: ["--version"],
  },
  firefox: {
    commands: [
      "/usr/bin/firefox-esr", // Debian's
      "/usr/bin/firefox",
      "/Applications/Firefox.app/Contents/MacOS/firefox",
    ],
    args: ["--version"],
  },
  // The fonts that pictures are measured by.
  fonts: {
    commands: ["sh"],
    args: [
      "-c",
      'for font in "DejaVu Sans" "Noto Sans" "Liberation Sans" "Noto Sans CJK JP"; do fc-list --quiet "$font" || exit 1; done',
    ],
  },
  // Debian's packages belong to Debian's own Python, which need not be the
  // first one.
  nbclient: {
    commands: ["python3", "/usr/bin/python3"],
    args: ["-c", "import nbclient"],
  },
  numpy: {
    commands: ["python3", "/usr/bin/python3"],
    args: ["-c", "import numpy"],
  },
  rsvg: { commands: ["rsvg-convert"], args: ["--version"] },
  // A container may forbid what it needs, installed or not.
  bwrap: {
    commands: ["bwrap"],
    args: [
      ...["--unshare-all", "--ro-bind", "/", "/"],
      ...["--proc", "/proc", "--dev", "/dev", "true"],
    ],
  },
  node: { commands: ["node"], args: ["--version"] },
};

async function works(command: string, args: string[]): Promise<boolean> {
  try {
    const { success } = await new Deno.Command(command, {
      args,
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).output();
    return success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

const program = PROGRAMS[Deno.args[0] ?? ""];
if (program === undefined) {
  throw new RangeError(
    `Cannot find a program: found ${Deno.args[0]}, one of ${
      Object.keys(PROGRAMS).join(", ")
    } is needed`,
  );
}
for (const command of program.commands) {
  if (await works(command, program.args)) {
    console.log(command);
    break;
  }
}
