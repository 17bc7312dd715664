/** The stand-in as a process of its own; its port and password come from the environment. */
import { createStandIn } from './server.ts';

const { LAB_STAND_IN_PORT, LAB_STAND_IN_PASSWORD } = process.env;
const server = createStandIn({ password: LAB_STAND_IN_PASSWORD });
server.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
server.listen(Number(LAB_STAND_IN_PORT), '127.0.0.1', () => {
  console.log(`Listening on 127.0.0.1:${LAB_STAND_IN_PORT}`);
});
process.on('SIGTERM', () => process.exit(0));
