import { contract } from '$contract/routes/index.ts';
import type { Api } from './api.ts';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly group: string;
}

/** They hardly ever change, and most pages offer them. */
const KEPT_MS = 60_000;
let kept: { readonly options: readonly Option[]; readonly until: number } | undefined;

/** Settlements for a choice, by county. */
export async function settlementOptions(api: Api): Promise<readonly Option[]> {
  if (kept && kept.until > performance.now()) return kept.options;
  const { items } = await api.call(contract.regions.settlements);
  const options = items.map(({ code, name, countyName }) => ({
    value: code,
    label: name,
    group: countyName,
  }));
  kept = { options, until: performance.now() + KEPT_MS };
  return options;
}
