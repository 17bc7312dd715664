import { absentCell, textCell } from '../../../define/tables/cells.ts';
import type { MeasuredGroup } from '../../../define/tables/measured-group.ts';
import type { Cell } from '../../../results/tables.ts';

/** Under which durability a group's records were acknowledged. */
export function durabilityCell({ group }: Pick<MeasuredGroup, 'group'>): Cell {
  const { durability } = group.parameters;
  return durability === undefined
    ? absentCell('nothing is acknowledged while this is measured')
    : textCell(String(durability));
}
