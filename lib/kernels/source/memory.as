/** Where the memory is free: before it stand the constants of the loops. */
export function free(): usize {
  return (__heap_base + 15) & ~15;
}
