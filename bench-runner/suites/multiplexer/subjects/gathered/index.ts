import { frameMultiplexer } from '../../frame-connection.ts';
import { GatheredWriter } from './writer.ts';

export default frameMultiplexer((sink) => new GatheredWriter(sink));
