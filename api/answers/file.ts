import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

export interface FileAnswer {
  /** media type */
  readonly type: string;
  readonly content: string | Buffer | Readable;
  /** name to save it under, Chinese allowed; absent = shown, not saved */
  readonly name?: string;
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function sendFile(reply: FastifyReply, { type, content, name }: FileAnswer): FastifyReply {
  if (name !== undefined) reply.header('content-disposition', attachment(name));
  return reply.type(type).send(content);
}

/** RFC 6266: an ASCII name for old clients, the real one in UTF-8. */
function attachment(name: string): string {
  const ascii = name.replace(/[^\w.-]+/g, '_');
  const utf8 = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
