/** The bytes of a number; a vector has two of them. */
export const SIZE: usize = 8;

/** Where the memory is free: before it stand the numbers of the loops. */
export function free(): usize {
  return (__heap_base + 15) & ~15;
}

/**
 * A number from memory in both lanes of a vector: a loop reads it faster than
 * it makes a vector of a literal.
 */
@inline
export function both(at: usize): v128 {
  return v128.load64_splat(at);
}
