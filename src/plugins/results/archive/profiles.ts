import type { ProfiledCase, ProfilesOfPage } from '../profiles/types.ts';
import {
  aboutProfiles,
  formatMs,
  formatShare,
  profileFacts,
  profileTitle,
} from '../profiles/words.ts';
import { type Html, html } from './html.ts';

/** The functions of each profiled case with the most time of their own; nothing without a profile. */
export function profileSection(profiles: ProfilesOfPage | null): Html | null {
  if (!profiles) return null;
  return html`<h2 id="profiles">CPU profiles</h2>
<p>${aboutProfiles}</p>
${profiles.cases.map(caseProfile)}`;
}

function caseProfile(profiled: ProfiledCase): Html {
  const { id, hottest, totalMs } = profiled;
  const rows = hottest.map(
    ({ name, place, selfMs, totalMs: all, samples }) =>
      html`<tr><th scope="row"><code>${name}</code>${place === null ? null : html` <small>${place}</small>`}</th><td class="n">${formatMs(selfMs)}</td><td class="n">${formatShare(selfMs, totalMs)}</td><td class="n">${formatShare(all, totalMs)}</td><td class="n">${samples}</td></tr>\n`,
  );
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h3 id="${id}-title">${profileTitle(profiled)}</h3>
<p class="facts">${profileFacts(profiled)}</p>
<div class="scroll" role="region" aria-labelledby="${id}-title" tabindex="0">
<table>
<thead><tr><th scope="col">Function</th><th scope="col">Own time</th><th scope="col">Share</th><th scope="col">With what it calls</th><th scope="col">Samples</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>
</section>
`;
}
