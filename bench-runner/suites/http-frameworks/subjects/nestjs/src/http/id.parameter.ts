import { IntegerParameter, largestId } from './integer-parameter.ts';

export class IdParameter {
  @IntegerParameter(1, largestId)
  id!: number;
}
