import type { PlanProgress } from '#matching/plan.ts';

/** What people read, and the part of the whole each stage takes, in per cent of the city's usual time. */
const stages = {
  load: { text: '读取户、人和岗位', from: 0, to: 20 },
  candidates: { text: '找出每个人能做的岗位', from: 20, to: 45 },
  solve: { text: '按户优先安排岗位', from: 45, to: 60 },
  price: { text: '证明没有更好的安排', from: 60, to: 75 },
  explain: { text: '写明每一户的原因', from: 75, to: 85 },
  store: { text: '保存方案', from: 85, to: 99 },
} as const;

export type Stage = keyof typeof stages;

/** A report that never goes back, although solving and proving take turns. */
export function openProgress(say: (at: { stage: string; progress: number }) => void) {
  let last = -1;
  let lastStage: Stage | undefined;
  const report = (stage: Stage, share = 0) => {
    const { text, from, to } = stages[stage];
    const progress = Math.max(last, Math.floor(from + (to - from) * Math.min(1, share)));
    if (progress === last && stage === lastStage) return;
    last = progress;
    lastStage = stage;
    say({ stage: text, progress });
  };
  return { report, ofPlan: ({ stage, share }: PlanProgress) => report(stage, share) };
}
