import { frameMultiplexer } from '../../frame-connection.ts';
import { OptimizedWriter } from './writer.ts';

export default frameMultiplexer((sink) => new OptimizedWriter(sink));
