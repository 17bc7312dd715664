/** Digits of a fingerprint that are shown and cited. */
export const shortFingerprintDigits = 12;

/** The first 12 digits of a fingerprint. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, shortFingerprintDigits);
}
