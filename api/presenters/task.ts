import { taskKind } from '#contract/codes/market.ts';
import { addressOf, maskName } from '#contract/present/person.ts';
import type { Task } from '#contract/routes/tasks.ts';
import type { TaskRow } from '#drizzle/queries/tasks.ts';

export const presentTask = ({ id, kind, text, dueOn, late, ...row }: TaskRow): Task => ({
  id,
  kind,
  kindLabel: taskKind.label(kind),
  text,
  dueOn,
  late,
  person:
    row.person && row.household
      ? { id: row.person, name: maskName(row.name ?? ''), household: row.household, door: addressOf(row) }
      : null,
  vacancy: row.vacancy,
});
