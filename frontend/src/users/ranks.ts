/**
 * The rank of each number of a sorted list: one more than there are larger ones, so that equal numbers share it. From the
 * smallest up it is known only once the whole list is.
 */
export function ranks(values: number[], isAscending: boolean, isComplete: boolean): (number | undefined)[] {
  if (!isAscending) {
    let rank = 1;
    return values.map((value, index) => (value === values[index - 1] ? rank : (rank = index + 1)));
  }
  if (!isComplete) return values.map(() => undefined);
  return ranks(values.toReversed(), false, true).reverse();
}
