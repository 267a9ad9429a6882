import { skillName } from '#contract/codes/skill.ts';
import { maskName } from '#contract/present/person.ts';
import { payText } from '#contract/present/vacancy.ts';
import type { TrainingDemand } from '#contract/routes/trainingDemand.ts';
import type { listAttending, listDemands } from '#drizzle/queries/training/demand.ts';

type Demand = Awaited<ReturnType<typeof listDemands>>[number];
type Attending = Awaited<ReturnType<typeof listAttending>>[number];

/** Names are masked for everybody: a class is planned for people, not with their names. */
export function presentDemand(
  { demand, settlementName, seats, courses, classes }: Demand,
  people: readonly Attending[],
): TrainingDemand {
  const posts = Map.groupBy(people, ({ vacancy }) => vacancy.id);
  return {
    id: demand.id,
    settlement: { code: demand.settlement, name: settlementName },
    occupation: demand.occupation,
    occupationLabel: skillName(demand.occupation),
    households: demand.households,
    byTier: { A: demand.tierA, B: demand.tierB, C: demand.tierC },
    placed: demand.placed,
    seats,
    people: people.map(({ name, householdNumber, vacancy }) => ({
      name: maskName(name ?? ''),
      household: householdNumber,
      vacancy: vacancy.id,
      title: vacancy.title,
    })),
    posts: [...posts.values()].map((takers) => {
      const { vacancy, employer, committed } = takers[0]!;
      const { id, title } = vacancy;
      return { vacancy: id, title, employer, pay: payText(vacancy), takers: takers.length, committed };
    }),
    courses,
    classes,
  };
}
