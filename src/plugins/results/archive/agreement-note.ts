import type { Agreement } from './agreement.ts';
import { type Html, html } from './html.ts';
import { href } from './layout.ts';

const shown = 3;

/** Says whether a newer version bears the table out. */
export function agreementNote(agreement: Agreement): Html {
  if (agreement.kind === 'not-measured') {
    return html`<p class="newer">No newer version holds this table.</p>`;
  }
  const link = html`<a href="${href(agreement.path)}">Version ${agreement.version}</a>`;
  if (agreement.kind === 'nothing-compared') {
    return html`<p class="newer">${link} holds this table too; the two share no ratio that could be compared.</p>`;
  }
  const { compared } = agreement;
  if (agreement.kind === 'agrees') {
    const what = compared === 1 ? 'the one ratio' : `all ${compared} ratios`;
    return html`<p class="newer agrees">${link} agrees with this table in ${what} that both judged.</p>`;
  }
  const { contradictions } = agreement;
  const examples = contradictions
    .slice(0, shown)
    .map(
      ({ row, older, newer }) =>
        html`<li><bdi>${row}</bdi>: ${older} in this version, ${newer} in ${agreement.version}</li>\n`,
    );
  const rest = contradictions.length - examples.length;
  return html`<div class="newer contradicts">
<p>${link} contradicts this table in ${contradictions.length} of ${compared} ratios that both judged: the verdicts differ and the intervals do not meet.</p>
<ul>
${examples}${rest > 0 ? html`<li>and ${rest} more</li>\n` : null}</ul>
</div>`;
}
