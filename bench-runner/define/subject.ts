import { z } from 'zod';
import { Identifier, Text, Title } from '../results/identifiers.ts';

/** `subjects/<id>/subject.json`: what is measured, and how it is started. */
export const SubjectManifest = z.strictObject({
  title: Title,
  version: Title,
  language: Title,
  description: Text,
  licence: Title.optional(),
  /** Module whose default export scenarios are given, relative to the folder. */
  module: z
    .string()
    .regex(/^\.\/[\w.-]+$/, 'expected a file in the folder, such as ./index.ts')
    .optional(),
  /**
   * Program and arguments run in the folder, for scenarios measured by command. In an argument,
   * `{benchmark}` stands for the benchmark's name and `{go-pattern}` for the `-bench` value that
   * makes `go test` run it alone.
   */
  command: z.array(z.string().min(1)).min(1).optional(),
  /** Program and arguments that start the server, run in the folder, for scenarios under load. */
  server: z.array(z.string().min(1)).min(1).optional(),
  /**
   * Program and arguments run in the folder once its packages are installed, such as a compiler;
   * what it makes belongs into `dist`, which the module finds in its `import.meta.dirname`.
   */
  build: z.array(z.string().min(1)).min(1).optional(),
  /** Id of the subject whose program this one is, with other settings; it brings no program then. */
  variantOf: Identifier.optional(),
  /** Environment variables of its server that make it this variant. */
  environment: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), z.string()).default({}),
  /** Programs that must be on the PATH, with what to do where they are missing. */
  requires: z.array(z.strictObject({ program: Identifier, remedy: Text })).default([]),
  /** Scenarios the subject cannot do, with the reason shown in place of a result. */
  unsupported: z.record(Identifier, Text).default({}),
});
export type SubjectManifest = z.infer<typeof SubjectManifest>;
