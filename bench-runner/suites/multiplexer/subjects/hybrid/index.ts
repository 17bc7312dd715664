import { frameMultiplexer } from '../../frame-connection.ts';
import { CheckedWriter, IndirectWriter } from './layers.ts';
import { HybridWriter } from './writer.ts';

export default frameMultiplexer((sink, options) => {
  if (options?.layers === 'check') return new CheckedWriter(sink, options.threshold);
  if (options?.layers === 'indirection') return new IndirectWriter(sink);
  return new HybridWriter(sink, options?.threshold);
});
