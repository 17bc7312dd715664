import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { labProgram } from '../cli.ts';
import { commandLinePage } from './command-line-page.ts';

const page = fileURLToPath(new URL('../../docs/command-line.md', import.meta.url));
await writeFile(page, commandLinePage(labProgram()));
console.log(`wrote ${page}`);
