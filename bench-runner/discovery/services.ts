import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ServiceDefinition } from '../define/service.ts';
import { assertIdentifier, importDefault, subfolders } from './declaration.ts';

const servicesFolder = fileURLToPath(new URL('../services', import.meta.url));

/**
 * Finds the services in a folder, by id: every subfolder with a `service.ts`.
 *
 * @throws DeclarationError naming the file and what to change in it.
 */
export async function discoverServices(
  folder: string = servicesFolder,
): Promise<Map<string, ServiceDefinition>> {
  const services = new Map<string, ServiceDefinition>();
  for (const id of await subfolders(folder)) {
    const file = join(folder, id, 'service.ts');
    if (!existsSync(file)) continue;
    assertIdentifier(id, join(folder, id));
    services.set(id, await importDefault<ServiceDefinition>(file));
  }
  return services;
}
