import { vacancyKind, workForm } from '../codes/work.ts';
import type { SavedQuery } from '../routes/savedSearches.ts';

/** What a search is called when nobody names it: its words and what else it asks for. Pure. */
export function searchName({ q, kind, form, pay, care, lodging, minutes }: SavedQuery): string {
  const parts = [
    q,
    ...kind.map(vacancyKind.label),
    ...form.map(workForm.label),
    pay && `${pay} 元以上`,
    minutes && `${minutes} 分钟内`,
    care && '能顾家',
    lodging && '包住',
  ].filter(Boolean);
  return parts.length === 0 ? '全部岗位' : parts.join(' ').slice(0, 40);
}
