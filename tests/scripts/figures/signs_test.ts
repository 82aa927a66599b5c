import { assert, assertEquals } from "@std/assert";
import { signAt } from "../../../scripts/figures/signs.ts";

Deno.test("signAt() has twelve shapes of about one size around a point", () => {
  const shapes = Array.from(
    { length: 12 },
    (_, band) => signAt(band, 0, 0, 10),
  );
  assertEquals(new Set(shapes).size, 12);
  assertEquals(signAt(12, 0, 0, 10), shapes[0]);
  for (const shape of shapes.slice(1)) {
    const corners = shape.slice(1, -1).split("L").map((point) =>
      point.split(",").map(Number)
    );
    const far = corners.map(([x, y]) => Math.hypot(x!, y!));
    assert(Math.max(...far) >= 11 && Math.max(...far) < 15.1, shape);
    assert(corners.some(([x]) => x! > 3) && corners.some(([x]) => x! < -3));
    assert(corners.some(([, y]) => y! > 3) && corners.some(([, y]) => y! < -3));
  }
});

Deno.test("signAt() is drawn where it is asked for", () => {
  assertEquals(signAt(0, 30, 40, 4), "M26,40a4,4 0 1 0 8,0a4,4 0 1 0 -8,0Z");
  assertEquals(signAt(3, 30, 40, 10), "M30,27L43,40L30,53L17,40Z");
});
