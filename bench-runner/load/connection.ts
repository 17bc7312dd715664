import { connect, type Socket } from 'node:net';
import type { Target } from './encode-request.ts';
import { ReceivedAnswer } from './received-answer.ts';
import { ResponseParser } from './response-parser.ts';

/** Why a request got no answer. */
export type FailureKind = 'timeout' | 'connection' | 'malformed';

export interface ConnectionListener {
  onAnswer(): void;
  onFailure(kind: FailureKind, reason: string): void;
}

/** A read takes as much at a time. */
const readBytes = 64 * 1024;

/**
 * One connection that carries one request at a time and is opened anew where the last one ended.
 * An answer is told from within the read that completed it, without a promise in between.
 */
export class Connection {
  /** Valid within `onAnswer`. */
  readonly answer: ReceivedAnswer;
  readonly #target: Target;
  readonly #listener: ConnectionListener;
  readonly #parser = new ResponseParser();
  readonly #buffer = Buffer.allocUnsafeSlow(readBytes);
  #socket: Socket | null = null;
  #waiting = false;

  constructor(target: Target, listener: ConnectionListener) {
    this.#target = target;
    this.#listener = listener;
    this.answer = new ReceivedAnswer(this.#parser);
  }

  /** Connects where it is not, without a request; resolves too where that fails. */
  async open(): Promise<void> {
    if (this.#socket) return;
    const socket = this.#connect();
    await new Promise<void>((resolve) => {
      socket.once('connect', resolve);
      socket.once('close', () => resolve());
    });
  }

  /** Sends a request; the listener is told once what became of it. */
  send(bytes: Buffer): void {
    this.#waiting = true;
    this.#parser.begin();
    (this.#socket ?? this.#connect()).write(bytes);
  }

  /** Gives up the request under way as failed. */
  fail(kind: FailureKind, reason: string): void {
    this.close();
    if (!this.#waiting) return;
    this.#waiting = false;
    this.#listener.onFailure(kind, reason);
  }

  /** Ends the connection without a word to the listener. */
  close(): void {
    const socket = this.#socket;
    this.#socket = null;
    socket?.destroy();
  }

  #connect(): Socket {
    const socket = connect({
      host: this.#target.host,
      port: this.#target.port,
      noDelay: true,
      onread: {
        buffer: this.#buffer,
        callback: (length) => {
          if (socket === this.#socket) this.#read(length);
          return true;
        },
      },
    });
    this.#socket = socket;
    socket.on('end', () => this.#ended(socket, 'the server closed the connection'));
    socket.on('error', (error) => this.#ended(socket, error.message));
    socket.on('close', () => this.#ended(socket, 'the connection was closed'));
    return socket;
  }

  #read(length: number): void {
    // Nothing was asked: whatever it is, it must not be taken for the next answer.
    if (!this.#waiting) {
      this.close();
      return;
    }
    const progress = this.#parser.feed(this.#buffer, length);
    if (progress === 'answer') this.#answered();
    else if (progress === 'malformed') this.fail('malformed', this.#parser.problem);
  }

  #answered(): void {
    if (!this.#parser.head.keepAlive) this.close();
    this.#waiting = false;
    this.#listener.onAnswer();
  }

  #ended(socket: Socket, reason: string): void {
    if (socket !== this.#socket) return;
    if (this.#waiting && this.#parser.finish()) this.#answered();
    else this.fail('connection', reason);
  }
}
