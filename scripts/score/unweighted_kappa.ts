/** Agreement that needs no order. */
import type { Matrix } from "kobai";

/**
 * Cohen's kappa: `(p − e) / (1 − e)`, where `p` is the part that agrees and `e`
 * the part that would by chance, `Σ row·column / N²`. Being off by two bands is
 * as bad as being off by one.
 *
 * @param confusion How often each band was taken for which, `[K, K]`.
 * @returns Kappa: 1 for full agreement, 0 for chance; NaN if only one band was
 * ever given and predicted.
 */
export function unweightedKappa(confusion: Matrix): number {
  const counts = confusion.toArray();
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b);
  const rows = counts.map(sum), total = sum(rows);
  const columns = counts.map((_, i) => sum(counts.map((row) => row[i]!)));
  const agreeing = sum(counts.map((row, i) => row[i]!)) / total;
  const byChance = sum(rows.map((row, i) => row * columns[i]!)) / total ** 2;
  return (agreeing - byChance) / (1 - byChance);
}
