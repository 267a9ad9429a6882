/**
 * A closed list of codes with their Chinese labels. The keys are what code and database hold,
 * the labels are what people read; both live in one place so that they cannot drift apart.
 */
export function defineCodes<const T extends Record<string, string>>(labels: T) {
  type Code = Extract<keyof T, string>;
  const values = Object.keys(labels) as [Code, ...Code[]];
  return {
    values,
    labels: labels as Readonly<Record<Code, string>>,
    label: (code: Code): string => labels[code] as string,
    is: (value: unknown): value is Code => typeof value === 'string' && Object.hasOwn(labels, value),
  };
}
