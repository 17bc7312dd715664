import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, html } from './html.ts';

describe('html', () => {
  it('escapes text and attributes', () => {
    const hostile = `"><script>alert('x')</script>&`;
    expect(html`<a title="${hostile}">${hostile}</a>`.markup).toBe(
      '<a title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</a>',
    );
  });

  it('keeps markup it made itself, joins lists and leaves out what is absent', () => {
    const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`);
    expect(html`<ul>${items}${null}${undefined}${false}${0}</ul>`.markup).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li>0</ul>',
    );
  });

  it('refuses a value in a tag, an unquoted attribute, a script or a style sheet', () => {
    const value = 'x';
    expect(() => html`<a href=${value}>link</a>`).toThrow('double-quoted');
    expect(() => html`<${value}>`).toThrow('double-quoted');
    expect(() => html`<a ${value}>link</a>`).toThrow('double-quoted');
    expect(() => html`<a title='${value}'>link</a>`).toThrow('double-quoted');
    expect(() => html`<script>${value}</script>`).toThrow('script');
    expect(() => html`<style>${value}</style>`).toThrow('style sheet');
  });

  it('allows text after quoted attributes that hold angle brackets', () => {
    expect(html`<a title="a > b">${'<'}</a>`.markup).toBe('<a title="a > b">&lt;</a>');
  });

  it('leaves no character of any text that could end text or an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/);
      }),
    );
  }, 60_000);
});
