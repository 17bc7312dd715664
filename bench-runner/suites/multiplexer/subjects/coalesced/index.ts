import { frameMultiplexer } from '../../frame-connection.ts';
import { CoalescedWriter } from './writer.ts';

export default frameMultiplexer((sink) => new CoalescedWriter(sink));
