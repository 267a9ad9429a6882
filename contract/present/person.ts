/** How people are named where the reader need not know exactly whom: 张*, 张*明, 138****1234. Pure. */

/** First sign, and the last when there are three or more; the middle is one star however long it is. */
export function maskName(name: string): string {
  const signs = [...name.trim()];
  if (signs.length <= 1) return '*';
  return signs.length === 2 ? `${signs[0]}*` : `${signs[0]}*${signs.at(-1)}`;
}

/** 138****1234 */
export const maskPhone = (phone: string): string =>
  phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** 3栋-2单元-501; null where nothing is known */
export const addressOf = ({
  building,
  door,
}: {
  readonly building: string | null;
  readonly door: string | null;
}): string | null => [building, door].filter(Boolean).join('-') || null;
