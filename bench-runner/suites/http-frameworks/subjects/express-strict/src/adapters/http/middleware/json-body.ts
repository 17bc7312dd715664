import { isUtf8 } from 'node:buffer';
import express from 'express';
import { Refusal } from '../refusal.ts';

const limit = 1024 * 1024;

/** Bytes that are not UTF-8 are refused: decoding would replace them. */
export const jsonBody = express.json({
  limit,
  verify: (_request, _response, bytes) => {
    if (!isUtf8(bytes)) throw new Refusal(400, 'body', 'is not UTF-8');
  },
});
