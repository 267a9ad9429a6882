/**
 * What staff typed into a form is not lost when their session has ended meanwhile: it is kept in this tab when the form
 * is sent, and stands in the form again once the same person has signed in. Nothing is kept once an answer came.
 */

const KEY = 'leye-unsent';

interface Unsent {
  readonly owner: string;
  readonly path: string;
  /** which form of the page: where it is sent, and what it carries unseen */
  readonly form: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** the sign-in page came in between */
  readonly ended: boolean;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Kept when a form is sent. */
export function keepUnsent({ target }: SubmitEvent, owner: string): void {
  if (!(target instanceof HTMLFormElement) || target.getAttribute('method') !== 'post') return;
  const fields = controls(target).map(({ name, value }) => [name, value] as const);
  write({ owner, path: location.pathname, form: nameOf(target), fields, ended: false });
}

/** Said by the sign-in page. */
export function sessionEnded(): void {
  const unsent = read();
  if (unsent) write({ ...unsent, ended: true });
}

/** On every page of staff: puts back what was cut off here, and forgets it. */
export function restoreUnsent(owner: string): void {
  // The shell still hears of the way to the sign-in page.
  if (location.pathname === '/login') return;
  const unsent = read();
  if (!unsent || (unsent.ended && unsent.owner === owner && unsent.path !== location.pathname)) return;
  sessionStorage.removeItem(KEY);
  if (!unsent.ended || unsent.owner !== owner) return;
  const form = [...document.forms].find((candidate) => nameOf(candidate) === unsent.form);
  if (!form) return;
  const left = [...unsent.fields];
  for (const control of controls(form)) {
    const at = left.findIndex(([name]) => name === control.name);
    if (at < 0) continue;
    const [[, value] = ['', '']] = left.splice(at, 1);
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** What people type or choose from a list; never passwords, files or what they cannot see. */
const controls = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (element): element is Control =>
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement ||
      (element instanceof HTMLInputElement && /^(text|search|tel|number|date|time)$/.test(element.type)),
  );

const nameOf = (form: HTMLFormElement): string => {
  const unseen = [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')];
  const carried = unseen
    .filter(({ name }) => name !== 'version')
    .map(({ name, value }) => `${name}=${value}`);
  // Not form.action: a field called so would stand in its place.
  const { pathname, search } = new URL(form.getAttribute('action') ?? '', location.href);
  return [pathname + search, ...carried].join('&');
};

const write = (unsent: Unsent): void => sessionStorage.setItem(KEY, JSON.stringify(unsent));

function read(): Unsent | null {
  const text = sessionStorage.getItem(KEY);
  return text === null ? null : (JSON.parse(text) as Unsent);
}
