#!/usr/bin/env node
// The program is TypeScript; this registers the loader that Node 20 needs for it.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../cli.ts');
process.exitCode = await main(process.argv);
