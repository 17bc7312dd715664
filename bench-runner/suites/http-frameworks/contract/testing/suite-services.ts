import type { RunningService } from '../../../../define/service.ts';
import externalApi from '../../../../services/external-api/service.ts';
import postgres from '../../../../services/postgres/service.ts';
import redis from '../../../../services/redis/service.ts';
import { startService } from '../../../../services/testing/start-service.ts';
import { dataSetForContract } from '../../data/data-set.ts';

export interface SuiteServices {
  environment: Readonly<Record<string, string>>;
  restore(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts what subjects of the suite need, with the data that the contract asks for. */
export async function startSuiteServices(): Promise<SuiteServices> {
  const parts = Object.keys(dataSetForContract.parts);
  const started = await Promise.allSettled([
    startService(postgres, { data: { set: dataSetForContract, parts } }),
    startService(redis),
    startService(externalApi),
  ]);
  const running = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const forAll = async (act: (service: RunningService) => Promise<void>) => {
    await Promise.all(running.map(act));
  };
  const stop = () => forAll((service) => service.stop());
  const failed = started.find((one) => one.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return {
    environment: Object.assign({}, ...running.map(({ environment }) => environment)),
    restore: () => forAll((service) => service.restore()),
    stop,
  };
}
