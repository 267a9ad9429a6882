/** Counties of the regions the product knows, GB/T 2260, with the names people still use for them. */
const counties: Readonly<Record<string, string>> = {
  '520201': '钟山区 钟山',
  '520203': '六枝特区 六枝',
  '520204': '水城区 水城 水城县',
  '520281': '盘州市 盘州 盘县',
  '511902': '巴州区 巴州',
  '610902': '汉滨区 汉滨',
  '610921': '汉阴县 汉阴',
  '610922': '石泉县 石泉',
  '610923': '宁陕县 宁陕',
  '610924': '紫阳县 紫阳',
  '610925': '岚皋县 岚皋',
  '610926': '平利县 平利',
  '610927': '镇坪县 镇坪',
  '610929': '白河县 白河',
  '610981': '旬阳市 旬阳 旬阳县',
};

const codes = new Map(
  Object.entries(counties).flatMap(([code, names]) => names.split(' ').map((name) => [name, code] as const)),
);

/** GB/T 2260 code of a county as written, or of the code itself; null when unknown. */
export function countyCode(written: string): string | null {
  if (/^\d{6}$/.test(written)) return written;
  return codes.get(written) ?? codes.get(written.slice(-3)) ?? null;
}
