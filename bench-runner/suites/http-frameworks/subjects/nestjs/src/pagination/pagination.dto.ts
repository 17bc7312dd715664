import { IsIn } from 'class-validator';
import { IntegerParameter, largestId } from '../http/integer-parameter.ts';

export class OffsetQuery {
  @IntegerParameter(1, 1_000_000)
  page = 1;

  @IntegerParameter(1, 100)
  size = 20;

  @IsIn(['true', 'false'])
  count = 'true';
}

export class CursorQuery {
  @IntegerParameter(0, largestId)
  cursor = 0;

  @IntegerParameter(1, 100)
  size = 20;
}
