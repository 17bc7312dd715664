import type { ResultDocument } from '../results/schema.ts';
import type { Table } from '../results/tables.ts';
import { caseGroups } from './case-groups.ts';
import { contrastTables } from './contrast-table.ts';
import { groupTable } from './group-table.ts';
import { uniqueIdentifiers } from './identifiers.ts';
import { type ComparedGroup, overviewTable } from './overview-table.ts';
import { parametersName } from './parameters-name.ts';

/**
 * The tables every scenario gets: an overview where it has several sets of parameters, those of its
 * contrast, and one for each set. Ids are the scenario and its parameters, such as
 * `write-memory-size-1024`, `write-memory-overview`, and `write-memory-size-contrast`.
 *
 * @param document its groups are those of {@link compareGroup}, in the order of
 *   {@link caseGroups}.
 */
export function scenarioTables(
  document: Pick<ResultDocument, 'run' | 'environment' | 'suite' | 'cases' | 'groups'>,
): Table[] {
  const compared = caseGroups(document).flatMap((cases, index): ComparedGroup[] => {
    const group = document.groups[index];
    return group ? [{ cases, group }] : [];
  });
  const drafts = document.suite.scenarios.flatMap((scenario) => {
    const [first, ...others] = compared.filter(({ cases }) => cases.scenario === scenario);
    if (!first) return [];
    const groups = [first, ...others].map(({ cases, group }) => ({
      name: `${scenario.id} ${parametersName(cases.parameters, scenario.axes)}`,
      table: groupTable(cases, group, document),
    }));
    if (others.length === 0) return groups;
    const overview = overviewTable([first, ...others], document);
    return [
      { name: `${scenario.id} overview`, table: overview },
      ...contrastTables([first, ...others], document),
      ...groups,
    ];
  });
  const ids = uniqueIdentifiers(drafts.map(({ name }) => name));
  return drafts.map(({ name, table }, index) => ({ id: ids[index] ?? name, ...table }));
}
