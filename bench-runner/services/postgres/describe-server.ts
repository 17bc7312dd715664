import { inSession } from './session.ts';

const shown = ['fsync', 'synchronous_commit', 'shared_buffers'] as const;

/**
 * Version of a server, with the settings that measured times depend on the most.
 * @returns such as `18.4 (fsync on, synchronous_commit off, shared_buffers 256MB)`.
 */
export async function describeServer(url: string): Promise<string> {
  return inSession(url, async (client) => {
    const value = async (setting: string) =>
      String((await client.query('SELECT current_setting($1) AS value', [setting])).rows[0].value);
    const version = (await value('server_version')).split(' ')[0];
    const settings: string[] = [];
    for (const name of shown) settings.push(`${name} ${await value(name)}`);
    return `${version} (${settings.join(', ')})`;
  });
}
