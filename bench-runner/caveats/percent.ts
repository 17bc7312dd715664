/** A share of 0 to 1 in words, such as `12.5 %`; at most one decimal. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1).replace(/\.0$/, '')} %`;
}
