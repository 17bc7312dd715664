import { isUp } from '../refused-bodies.ts';
import type { Section } from '../section.ts';

export const stillUp: Section = {
  title: 'after all of it',
  parts: [],
  services: [],
  steps: [(client) => isUp(client, 'everything the contract asked')],
};
