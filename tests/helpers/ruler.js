// Runs inside a page: lists targets that are small or close together, and small text.
// A card's link stands for the whole card, a choice for its label.
({ target, gap, text }) => {
  const named = (element) => (element.textContent ?? '').trim().slice(0, 20);
  const targetOf = (element) =>
    (element.matches('input') && element.closest('label')) ||
    (element.matches('h2 a') && element.closest('article')) ||
    element;
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
      return apart > 0.5 && apart < gap - 0.5 ? [`close ${named(one)} / ${named(other)} ${apart}`] : [];
    }),
  );
  const fine = [...document.querySelectorAll('body *')]
    .filter(
      (element) => element.checkVisibility() && !element.closest('script, noscript, option, .unseen, .skip'),
    )
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < text - 0.1)
    .map((element) => `text ${getComputedStyle(element).fontSize} ${named(element)}`);
  return [...small, ...close, ...fine];
};
