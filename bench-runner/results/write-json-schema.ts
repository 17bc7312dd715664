import { join } from 'node:path';
import { writeFileAtomically } from './atomic-write.ts';
import { jsonSchema, jsonSchemaFile } from './json-schema.ts';
import { versionsFolder } from './store.ts';

// Run after a change of the schema: npm run schema
const file = join(versionsFolder(), jsonSchemaFile);
await writeFileAtomically(file, jsonSchema());
console.log(file);
