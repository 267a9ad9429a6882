// Runs inside a page: lists targets that are small or close together, and small text.
// A card's link stands for the whole card, a choice for its label.
({ target, gap, text }) => {
  const named = (element) => (element.textContent ?? '').trim().slice(0, 20);
  const targetOf = (element) =>
    (element.matches('input') && element.closest('label')) ||
    (element.matches('h2 a') && element.closest('article')) ||
    element;
  // What stays in place while the page scrolls comes close to everything at some time.
  const floats = (element) =>
    element !== null &&
    (/sticky|fixed/.test(getComputedStyle(element).position) || floats(element.parentElement));
  const boxes = [...document.querySelectorAll('a, button, summary, select, input:not([type=hidden])')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches('.skip'))
    .map((element) => [element, targetOf(element).getBoundingClientRect()]);

  const small = boxes
    .filter(([, { width, height }]) => Math.min(width, height) < target - 0.5)
    .map(([element, { width, height }]) => `small ${named(element)} ${width}×${height}`);
  const close = boxes.flatMap(([one, a], i) =>
    boxes.slice(i + 1).flatMap(([other, b]) => {
      const across = Math.max(a.left, b.left) - Math.min(a.right, b.right);
      const down = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom);
      const apart = Math.max(across, down);
      const close = apart > 0.5 && apart < gap - 0.5 && floats(one) === floats(other);
      return close ? [`close ${named(one)} / ${named(other)} ${apart}`] : [];
    }),
  );
  const sizeOf = (element) => Number.parseFloat(getComputedStyle(element).fontSize) * element.currentCSSZoom;
  const fine = [...document.querySelectorAll('body *')]
    .filter(
      (element) => element.checkVisibility() && !element.closest('script, noscript, option, .unseen, .skip'),
    )
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((element) => sizeOf(element) < text - 0.1)
    .map((element) => `text ${sizeOf(element)} px ${named(element)}`);
  return [...small, ...close, ...fine];
};
