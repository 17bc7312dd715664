/**
 * Faults of accessibility that a program can find, as sentences. Runs in the browser, so it uses
 * nothing from outside itself.
 */
export function faultsOfPage(): string[] {
  const faults: string[] = [];
  const shown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const told = (element: Element) =>
    `<${element.tagName.toLowerCase()}> ${element.outerHTML.slice(0, 120)}`;

  if (!document.documentElement.lang) faults.push('the page names no language');
  if (document.title.trim() === '') faults.push('the page has no title');
  if (document.querySelectorAll('main').length !== 1) faults.push('the page has not one <main>');

  let level = 0;
  let first = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    if (!shown(heading)) continue;
    const own = Number(heading.tagName.slice(1));
    if (own === 1) first += 1;
    if (own > level + 1) faults.push(`heading after level ${level}: ${told(heading)}`);
    level = own;
  }
  if (first !== 1) faults.push(`the page has ${first} headings of level 1`);

  const ids = new Set<string>();
  for (const { id } of document.querySelectorAll('[id]')) {
    if (ids.has(id)) faults.push(`id ${id} stands twice`);
    ids.add(id);
  }
  for (const link of document.querySelectorAll('main a[href^="#"]')) {
    const id = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '');
    if (id !== '' && !ids.has(id)) faults.push(`leads nowhere: ${told(link)}`);
  }

  const nameOf = (element: Element): string => {
    const labelled = (element.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
    const label = element.id
      ? document.querySelector(`label[for="${CSS.escape(element.id)}"]`)
      : null;
    const image = element.querySelector('img[alt]')?.getAttribute('alt') ?? '';
    return [
      labelled,
      element.getAttribute('aria-label') ?? '',
      label?.textContent ?? element.closest('label')?.textContent ?? '',
      element.matches('input, select, textarea') ? '' : (element.textContent ?? ''),
      image,
      element.getAttribute('title') ?? '',
    ]
      .join('')
      .trim();
  };
  for (const control of document.querySelectorAll(
    'a[href], button, input, select, textarea, [role=button]',
  )) {
    if (shown(control) && nameOf(control) === '') faults.push(`no name: ${told(control)}`);
  }
  for (const image of document.querySelectorAll('img:not([alt])')) {
    faults.push(`no text for an image: ${told(image)}`);
  }
  for (const box of document.querySelectorAll('main *')) {
    const scrolls =
      box.scrollWidth > box.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(box).overflowX);
    const reachable = box.matches('[tabindex="0"], button, a, input, select, textarea');
    if (scrolls && shown(box) && !reachable && !box.querySelector('a, button, [tabindex="0"]')) {
      faults.push(`scrolls, but not by keyboard: ${told(box)}`);
    }
  }
  return faults;
}

/** Texts whose contrast with what is behind them is below 4.5, or 3 where they are large. */
export function faintTexts(): string[] {
  type Colour = [number, number, number, number];
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const colourOf = (css: string): Colour => {
    if (!canvas) return [0, 0, 0, 1];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (top: Colour, under: Colour): Colour => {
    const mixed = (index: 0 | 1 | 2) => top[index] * top[3] + under[index] * (1 - top[3]);
    return [mixed(0), mixed(1), mixed(2), 1];
  };
  const luminance = (colour: Colour) => {
    const linear = (value: number) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
  };
  const behind = (element: Element | null): Colour => {
    if (!element)
      return colourOf(
        getComputedStyle(document.documentElement).colorScheme.includes('dark') &&
          matchMedia('(prefers-color-scheme: dark)').matches
          ? '#000'
          : '#fff',
      );
    const own = colourOf(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, behind(element.parentElement));
  };
  const faults = new Map<string, string>();
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    if (!own || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      continue;
    if (element.closest('[aria-hidden="true"], [disabled]')) continue;
    const { width, height } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1) continue;
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const back = behind(element);
    const [a, b] = [luminance(over(colourOf(style.color), back)), luminance(back)];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < (large ? 3 : 4.5)) {
      const key = `${element.tagName} ${element.className}`;
      faults.set(key, `${contrast.toFixed(2)}: ${element.outerHTML.slice(0, 140)}`);
    }
  }
  return [...faults.values()];
}
