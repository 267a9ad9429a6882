import { signedIn } from '../tests/helpers/signedIn.ts';

const CHANGES = 40;
/** ms between two looks */
const LOOK = 20;

interface Own {
  readonly id: string;
  readonly title: string;
  readonly status: string;
}

/** Milliseconds from an employer's pause or resumption until the search shows it, of each of some changes, sorted. */
export async function searchableAfter(api: string, login: string, password: string): Promise<number[]> {
  const employer = await signedIn(api, login, password);
  const { items } = await employer.ask<{ items: Own[] }>('/api/employer/vacancies');
  const vacancy = items.find(({ status }) => status === 'published');
  if (!vacancy) throw new Error(`${login} has no published vacancy`);
  const shows = async () => {
    const address = `${api}/api/vacancies?size=50&q=${encodeURIComponent(vacancy.title)}`;
    const found = (await (await fetch(address)).json()) as { items: { id: string }[] };
    return found.items.some(({ id }) => id === vacancy.id);
  };

  const waits: number[] = [];
  for (let n = 0; n < CHANGES; n++) {
    const [step, wanted] = n % 2 === 0 ? (['pause', false] as const) : (['resume', true] as const);
    await employer.post(`/api/employer/vacancies/${vacancy.id}/${step}`, {});
    const since = performance.now();
    while ((await shows()) !== wanted) await new Promise((resolve) => setTimeout(resolve, LOOK));
    waits.push(performance.now() - since);
  }
  return waits.sort((a, b) => a - b);
}
