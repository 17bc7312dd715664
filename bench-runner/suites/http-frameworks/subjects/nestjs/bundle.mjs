import { build } from 'esbuild';

/** What Nest, its adapters and pg ask for where it is installed; none of it is. */
const optional = [
  '@fastify/static',
  '@fastify/view',
  '@nestjs/microservices',
  '@nestjs/microservices/*',
  '@nestjs/websockets',
  '@nestjs/websockets/*',
  'pg-native',
];

await build({
  entryPoints: ['dist/modules/main.js'],
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  // The adapter that was not chosen stays in a file of its own.
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // Constructors' names are in what Nest says of them.
  keepNames: true,
  external: optional,
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  logLevel: 'warning',
});
