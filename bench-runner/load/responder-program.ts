const body = '{"status":"ok"}';
const answer = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;

/**
 * Answers every piece it receives with the same bytes: the least that a server can do. It reads
 * nothing of a request, which must arrive in one piece. It ends with the process that started it,
 * however that one ends. A text, because this module is bundled and a program needs a file
 * otherwise.
 */
export const responderProgram = `
'use strict';
const answer = Buffer.from(${JSON.stringify(answer)});
const server = require('node:net').createServer({ noDelay: true }, (socket) => {
  socket.on('data', () => socket.write(answer));
  socket.on('error', () => socket.destroy());
});
server.listen(0, '127.0.0.1', () => process.stdout.write(server.address().port + '\\n'));
process.stdin.resume();
process.stdin.on('close', () => process.exit());
process.stdin.on('error', () => process.exit());
`;
