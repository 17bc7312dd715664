import type { Command } from 'commander';

const introduction = `---
title: Command line
description: Every command of the lab program with its arguments, options and an example, as the program's own help prints them.
sidebar_position: 6
---

In a checkout, the program is run as \`npm run lab --\`, followed by what stands after \`lab\` below. The texts are the program's own help, written here by \`npm run docs:command-line\`.

With \`--json\`, a command prints one JSON document on standard output and nothing else. Progress goes to standard error: as bars on a terminal, as plain lines elsewhere.
`;

/** Columns of the help on the page, whatever the terminal it is written from. */
const columns = 80;

/** The page of the documentation that shows the help of a program and of its commands. */
export function commandLinePage(program: Command): string {
  const section = (command: Command, name: string) =>
    `## ${name}\n\n\`\`\`text\n${helpOf(command)}\n\`\`\`\n`;
  return [
    introduction,
    section(program, program.name()),
    ...program.commands.map((command) => section(command, `${program.name()} ${command.name()}`)),
  ].join('\n');
}

/** The help as it is printed, with the texts added after it. */
function helpOf(command: Command): string {
  let text = '';
  command
    .configureHelp({ helpWidth: columns })
    .configureOutput({
      writeOut: (part) => {
        text += part;
      },
    })
    .outputHelp();
  return text.trimEnd();
}
