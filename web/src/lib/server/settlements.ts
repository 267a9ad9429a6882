import { contract } from '$contract/routes/index.ts';
import type { Api } from './api.ts';

/** Settlements for a choice, by county. */
export async function settlementOptions(api: Api) {
  const { items } = await api.call(contract.regions.settlements);
  return items.map(({ code, name, countyName }) => ({ value: code, label: name, group: countyName }));
}
