/**
 * What several cells of section 4.2.4 share: the lecture's weights and its one
 * sample.
 */
import { type Matrix, matrix } from "kobai";

/** The weights as Out [7] printed them, to 8 decimals. */
export const W: Matrix = matrix([
  [1.72265811, 0.68672941, 1.10772301],
  [0.60344169, 0.60322389, -0.3536039],
]);

/** The sample's two features. */
export const x: Matrix = matrix([2, 3]);

/** Its class, one-hot: the third. */
export const t: Matrix = matrix([0, 0, 1]);
