import { frameMultiplexer } from '../../frame-connection.ts';
import { AdaptiveWriter } from './writer.ts';

export default frameMultiplexer((sink) => new AdaptiveWriter(sink));
