/** The signs of the bands: twelve shapes of about the same size. */

type Point = readonly [x: number, y: number];

/**
 * The corners of a shape around 0, at a distance of about 1; none for a disc.
 */
const SHAPES: readonly (readonly Point[])[] = [
  [], // a disc
  polygon(3, 1.35, 0),
  polygon(4, 1.25, 45),
  polygon(4, 1.3, 0),
  star(5, 1.5, 0.65),
  polygon(6, 1.15, 0),
  cross(1.25, 0.42),
  polygon(3, 1.35, 180),
  polygon(5, 1.2, 0),
  star(4, 1.5, 0.6),
  polygon(3, 1.35, 90),
  polygon(3, 1.35, 270),
];

/**
 * The outline of a band's sign, for the `d` of a path.
 *
 * @param band The band; the thirteenth has the first one's sign again.
 * @param x Its middle.
 * @param y Its middle.
 * @param radius About half of its size.
 */
export function signAt(
  band: number,
  x: number,
  y: number,
  radius: number,
): string {
  const corners = SHAPES[band % SHAPES.length]!;
  const number = (value: number): string => String(Number(value.toFixed(1)));
  if (corners.length === 0) {
    const r = number(radius), across = number(2 * radius);
    return `M${number(x - radius)},${number(y)}a${r},${r} 0 1 0 ${across},0` +
      `a${r},${r} 0 1 0 -${across},0Z`;
  }
  return `M${
    corners.map(([dx, dy]) =>
      `${number(x + radius * dx)},${number(y + radius * dy)}`
    ).join("L")
  }Z`;
}

/** Corners at one distance; the first one straight up, turned to the right. */
function polygon(corners: number, radius: number, degrees: number): Point[] {
  return Array.from(
    { length: corners },
    (_, i) => corner(radius, 360 * i / corners + degrees),
  );
}

function star(points: number, outer: number, inner: number): Point[] {
  return Array.from(
    { length: 2 * points },
    (_, i) => corner(i % 2 === 0 ? outer : inner, 180 * i / points),
  );
}

function cross(long: number, thick: number): Point[] {
  const quarter: Point[] = [[-thick, -long], [thick, -long], [thick, -thick]];
  return [0, 1, 2, 3].flatMap((turn) =>
    quarter.map(([x, y]): Point =>
      turn === 0
        ? [x, y]
        : turn === 1
        ? [-y, x]
        : turn === 2
        ? [-x, -y]
        : [y, -x]
    )
  );
}

function corner(radius: number, degrees: number): Point {
  const angle = degrees * Math.PI / 180;
  return [radius * Math.sin(angle), -radius * Math.cos(angle)];
}
