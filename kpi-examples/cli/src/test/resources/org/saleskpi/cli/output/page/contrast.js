// The texts whose contrast with what is behind them is below 4.5, the bound of WCAG 2 level AA; empty if there are none.
(() => {
  const parse = color => color.match(/[\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const color = parse(getComputedStyle(e).backgroundColor);
      if (color.length < 4 || color[3] === 1) {
        return color;
      }
    }
    return [255, 255, 255];
  };
  const hasText = element => [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
  const seen = new Set();
  for (const element of document.querySelectorAll('body *')) {
    if (!hasText(element) || ['title', 'desc'].includes(element.tagName) || !element.checkVisibility()) {
      continue;
    }
    const style = getComputedStyle(element);
    const ink = parse(element instanceof SVGElement ? style.fill : style.color);
    const [dark, light] = [luminance(ink), luminance(behind(element))].sort((a, b) => a - b);
    if ((light + 0.05) / (dark + 0.05) < 4.5) {
      seen.add(element.tagName + '.' + element.getAttribute('class') + ' ' + ink + ' on ' + behind(element));
    }
  }
  return [...seen].join('; ');
})()
