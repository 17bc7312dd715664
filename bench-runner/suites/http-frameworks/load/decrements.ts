import type { HttpAnswer, HttpRequest, LoadContext, LoadPlan } from '../../../define/http-load.ts';
import { productStock } from '../data/volumes.ts';
import { expectEqual, jsonObject } from './expect.ts';

const product = 1;

interface Decrement {
  success: boolean;
  retries: number;
}

/** `POST /transactions/decrement/{strategy}` of the one product that everybody wants. */
function decrementRequest(strategy: string): HttpRequest {
  return {
    name: 'decrement',
    method: 'POST',
    path: `/transactions/decrement/${strategy}?product_id=${product}&quantity=1`,
    check: (answer) => {
      const { success, product_id, old_stock, new_stock } = jsonObject(answer);
      expectEqual('product_id', product_id, product);
      if (success === true) expectEqual('new_stock', new_stock, Number(old_stock) - 1);
      else expectEqual('success', success, false);
    },
  };
}

/** Sums of answers, since some moment. */
class Tally {
  answers = 0;
  successes = 0;
  retries = 0;

  add({ success, retries }: Decrement): void {
    this.answers += 1;
    this.successes += success ? 1 : 0;
    this.retries += retries;
  }
}

/**
 * As many virtual users as the axis `users` says take one piece each of the same product, in the
 * way of the axis `strategy`.
 *
 * An update is lost where the server said that it took a piece and the stock did not fall. What the
 * server still carries out when the load ends was not answered and yet lowers the stock, so the
 * number of lost updates is a lower bound, by at most one a user.
 */
export function decrementPlan({ parameters, ask }: LoadContext): LoadPlan {
  const strategy = String(parameters.strategy);
  const request = decrementRequest(strategy);
  let measured = new Tally();
  const whole = new Tally();
  let lost = 0;
  const stock = async () =>
    Number(
      jsonObject(await ask({ method: 'GET', path: `/transactions/products/${product}` })).stock,
    );
  return {
    load: { kind: 'closed', users: Number(parameters.users) },
    *iteration() {
      const answer: HttpAnswer = yield request;
      const decrement = answer.json<Decrement>();
      measured.add(decrement);
      whole.add(decrement);
    },
    reset: async () => {
      measured = new Tally();
    },
    check: async () => {
      if (whole.answers === 0) {
        await ask({ method: 'POST', path: '/transactions/reset' });
        expectEqual('the stock after a reset', await stock(), productStock);
        return;
      }
      lost = Math.max(0, whole.successes - (productStock - (await stock())));
      if (strategy !== 'no-lock' && lost > 0) {
        throw new Error(
          `${lost} of ${whole.successes} updates were lost; expected none with ${strategy}`,
        );
      }
    },
    metrics: ({ seconds }) => ({
      'decrement-rate': measured.successes / seconds,
      'lost-update-share': percent(lost, whole.successes),
      'refused-share': percent(measured.answers - measured.successes, measured.answers),
      retries: measured.answers === 0 ? 0 : measured.retries / measured.answers,
    }),
  };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}
