/** The stub as a process of its own; its port comes from the environment. */
import { createStub } from './stub.ts';

const port = Number(process.env.LAB_STUB_PORT);
const connectionsWaiting = 4_096;
const server = createStub();
server.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
server.listen({ port, host: '127.0.0.1', backlog: connectionsWaiting }, () => {
  console.log(`Listening on 127.0.0.1:${port}`);
});
process.on('SIGTERM', () => process.exit(0));
