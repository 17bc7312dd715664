import { isUtf8 } from 'node:buffer';
import express from 'express';
import { Refusal } from '../refusal.ts';

const limit = 1_048_576;

/** Bytes that are not UTF-8 are refused in place of being replaced. */
export const jsonBody = express.json({
  limit,
  verify: (_request, _response, bytes) => {
    if (!isUtf8(bytes)) throw new Refusal(400, 'body', 'is not UTF-8');
  },
});
