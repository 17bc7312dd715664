import { z } from 'zod';
import {
  Case,
  FailedCase,
  MeasuredCase,
  MetricSummary,
  Series,
  SkippedCase,
  Trial,
} from './cases.ts';
import { Caveat, CaveatCode } from './caveat.ts';
import { CpuProfile, ProfiledFunction, ProfileNode } from './cpu-profile.ts';
import { Environment } from './environment.ts';
import {
  Fingerprint,
  Identifier,
  Parameters,
  ParameterValue,
  schemaFolder,
  Text,
  Title,
} from './identifiers.ts';
import { currentSchemaVersion } from './migrate.ts';
import { HistogramSample, Sample, Samples } from './samples.ts';
import {
  Answer,
  Axis,
  Comparison,
  Group,
  Metric,
  ResultDocument,
  Run,
  Scenario,
  Subject,
} from './schema.ts';
import { Cell, Column, Table } from './tables.ts';

/** Schemas that the JSON Schema defines by name, so that it can be read. */
const named = {
  Answer,
  Axis,
  Case,
  Caveat,
  CaveatCode,
  Cell,
  Column,
  Comparison,
  CpuProfile,
  Environment,
  FailedCase,
  Fingerprint,
  Group,
  HistogramSample,
  Identifier,
  MeasuredCase,
  Metric,
  MetricSummary,
  Parameters,
  ParameterValue,
  ProfiledFunction,
  ProfileNode,
  Run,
  Sample,
  Samples,
  Scenario,
  Series,
  SkippedCase,
  Subject,
  Table,
  Text,
  Title,
  Trial,
};

/** Where the JSON Schema of the current version is published, under `static/results`. */
export const jsonSchemaFile = `${schemaFolder}/v${currentSchemaVersion}.json`;

/** The JSON Schema of a result document, generated from the schema by which programs read one. */
export function jsonSchema(): string {
  const metadata = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) metadata.add(schema, { id });
  const { $schema, ...schema } = z.toJSONSchema(ResultDocument, { io: 'input', metadata });
  const described = {
    $schema,
    title: 'Result document of Benchmark Lab',
    description:
      'What one suite yielded in one run. Beyond this schema, text holds no control characters and no lone surrogates, every name used is declared, every row has a cell for each column, every series a value for each of its rising times, every node of a profile stands after its parent, and the fingerprint is the SHA-256 of the canonical JSON (RFC 8785) of everything else.',
    ...schema,
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}
