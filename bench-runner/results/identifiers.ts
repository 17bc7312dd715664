import * as z from 'zod';

/** Kebab-case name: folder name, URL segment and key at once. 1 to 64 characters. */
export const Identifier = z
  .string()
  .max(64)
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'expected kebab-case: lower-case letters and digits, joined by single hyphens',
  )
  // Every JavaScript object has a property of this name, so that a look-up would find a function.
  .refine((id) => id !== 'constructor', { message: '"constructor" cannot be a name' });

/** The name of the newest local run on the site; never the label of a published version. */
export const developmentVersion = 'next';

/** The folder beside the published versions that holds the JSON Schema of their documents. */
export const schemaFolder = 'schema';

/** Label of a published version: lower-case letters and digits joined by single dots or hyphens. */
export const VersionLabel = z
  .string()
  .max(40)
  .regex(
    /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/,
    'expected a version label such as 2026.11 or 1.0.0-rc.1: lower-case letters and digits, joined by single dots or hyphens',
  )
  .refine((label) => label !== developmentVersion, {
    message: `"${developmentVersion}" is reserved for the newest local run`,
  })
  .refine((label) => label !== schemaFolder, {
    message: `"${schemaFolder}" is reserved for the JSON Schema of result documents`,
  });

/** A run's id: UTC start to the second, then four hexadecimal digits: 20261120t093500z-1f2e. */
export const RunId = z
  .string()
  .regex(/^\d{8}t\d{6}z-[0-9a-f]{4}$/, 'expected a run id such as 20261120t093500z-1f2e');

/** SHA-256 in 64 lower-case hexadecimal digits. */
export const Fingerprint = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits');

/** One value on a parameter axis. A string is a short label and never reaches a path. */
export const ParameterValue = z.union([
  z.number().finite(),
  z
    .string()
    .max(40)
    .regex(
      /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/,
      'expected a number or a short label such as log-normal',
    ),
]);

export type ParameterValue = z.infer<typeof ParameterValue>;

/** Values of a case on its scenario's axes, by axis id. */
export const Parameters = z.record(Identifier, ParameterValue);
export type Parameters = z.infer<typeof Parameters>;

// Control characters have no place in a title or sentence and break terminals and formats;
// lone surrogates cannot be written as UTF-8, so the fingerprint would not survive a round trip.
const unprintable = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;

const printable = (maximum: number) =>
  z
    .string()
    .max(maximum, `expected at most ${maximum} characters`)
    .refine((text) => !unprintable.test(text), {
      message: 'expected text without control characters and lone surrogates',
    });

/** Free text on one line: a title, a name, a unit. At most 200 characters. */
export const Title = printable(200).refine((text) => !/[\r\n\t]/.test(text) && text.trim() !== '', {
  message: 'expected one non-empty line',
});

/** Free text, shown as typed, never as markup. At most 4,000 characters. */
export const Text = printable(4_000);
