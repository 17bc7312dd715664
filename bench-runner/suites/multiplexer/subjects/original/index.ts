import { frameMultiplexer } from '../../frame-connection.ts';
import { OriginalWriter } from './writer.ts';

export default frameMultiplexer((sink) => new OriginalWriter(sink));
