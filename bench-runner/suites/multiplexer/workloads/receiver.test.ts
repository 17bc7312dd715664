import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import original from '../subjects/original/index.ts';
import { digest, receiver } from './receiver.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mx-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A receiver in this process, with what a trial would ask of it. */
async function listening(inFolder = folder) {
  let ask: (message: unknown) => unknown = () => undefined;
  let close: () => void | Promise<void> = () => {};
  await receiver({
    subject: original,
    parameters: {},
    data: { transport: 'unix', echo: false },
    folder: inFolder,
    onRequest: (handler) => {
      ask = handler;
    },
    onClose: (handler) => {
      close = handler;
    },
  });
  const address = String(ask({ kind: 'address' }));
  return { address, ask: async (message: unknown) => ask(message), close: async () => close() };
}

it('answers when as many messages as asked for have been decoded, with their digests', async () => {
  const { address, ask, close } = await listening();
  const socket = createConnection(address);
  await ask({ kind: 'digest' });
  const connection = await original.connect(socket, 'initiator', {
    message: () => {},
    failed: () => {},
  });
  let answered = false;
  const waiting = ask({ kind: 'received', total: 2 }).then(() => {
    answered = true;
  });
  await connection.send(Buffer.from('one'));
  await ask({ kind: 'received', total: 1 });
  expect(answered).toBe(false);
  await connection.send(Buffer.from('two'));
  await waiting;
  expect(await ask({ kind: 'digests' })).toEqual([
    digest([Buffer.from('one')]),
    digest([Buffer.from('t'), Buffer.from('wo')]),
  ]);
  await connection.close();
  await close();
});

it('rejects with the cause when bytes arrive that are no frames', async () => {
  const { address, ask, close } = await listening();
  const socket = createConnection(address);
  socket.on('error', () => {});
  const waiting = ask({ kind: 'received', total: 1 });
  socket.write(Buffer.alloc(9, 0xff));
  await expect(waiting).rejects.toThrow('frame type 255');
  socket.destroy();
  await close();
});

it('rejects when the connection ends within a message', async () => {
  const { address, ask, close } = await listening();
  const socket = createConnection(address);
  const waiting = ask({ kind: 'received', total: 1 });
  socket.end(Buffer.from('010000000100000000', 'hex'));
  await expect(waiting).rejects.toThrow('begun and not ended');
  await expect(ask({ kind: 'received', total: 1 })).rejects.toThrow('begun and not ended');
  await close();
});

it('says what to change where the path of the socket is too long', async () => {
  await expect(listening(join(folder, 'x'.repeat(120)))).rejects.toThrow('set TMPDIR');
});
