import { encode } from 'uqr';

/** An address as one path of unit squares, drawn by the server: no script is needed to show it. */
export function qrPath(address: URL) {
  const { data, size } = encode(address.href, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { address: address.href, size, path };
}
