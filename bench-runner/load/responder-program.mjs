// Answers every piece it receives with the same bytes: the least that a server can do. It reads
// nothing of a request, so a request must arrive in one piece and before its answer.
import { createServer } from 'node:net';

const body = '{"status":"ok"}';
const answer = Buffer.from(
  `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
);
const server = createServer({ noDelay: true }, (socket) => {
  socket.on('data', () => socket.write(answer));
  socket.on('error', () => socket.destroy());
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));

// Ends with the process that started it, however that one ends.
process.stdin.resume();
process.stdin.on('close', () => process.exit());
process.stdin.on('error', () => process.exit());
