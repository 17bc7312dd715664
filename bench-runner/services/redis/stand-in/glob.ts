const special = /[\\^$.*+?()[\]{}|/]/g;

/**
 * A pattern of `KEYS` and `SCAN MATCH` as a regular expression: `*`, `?`, `[abc]`, `[^a]`, `[a-z]`
 * and `\` before a character that is meant as it is. Runs of `*` count as one, so that matching
 * takes no longer for them.
 */
export function globPattern(glob: string): RegExp {
  let source = '';
  for (let at = 0; at < glob.length; at += 1) {
    const character = glob.charAt(at);
    if (character === '*') {
      if (!source.endsWith('.*')) source += '.*';
    } else if (character === '?') source += '.';
    else if (character === '[') {
      const end = glob.indexOf(']', at + 1);
      const inside = glob.slice(at + 1, end < 0 ? undefined : end);
      const negated = inside.startsWith('^');
      const members = inside.slice(negated ? 1 : 0).replace(/[\\\]^[]/g, '\\$&');
      source += members === '' ? '(?!)' : `[${negated ? '^' : ''}${members}]`;
      at = end < 0 ? glob.length : end;
    } else if (character === '\\' && at + 1 < glob.length) {
      at += 1;
      source += escaped(glob.charAt(at));
    } else source += escaped(character);
  }
  return new RegExp(`^${source}$`, 's');
}

const escaped = (character: string) => character.replace(special, '\\$&');
