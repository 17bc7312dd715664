/** Percentiles whose intervals are told; a line has more of them, which only give its shape. */
export const percentilesInTables: readonly number[] = [50, 75, 90, 95, 99, 99.9, 99.99];
