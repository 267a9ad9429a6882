import type { FastifyRequest } from 'fastify';
import { importKind } from '#contract/routes/imports.ts';
import type { Storage } from '#platform/connections.ts';
import { FileTooLarge, safeFileName } from '#platform/storage.ts';
import type { Upload } from './operations/imports.ts';
import { invalidField, Problem } from './problem.ts';

export const UPLOAD_LIMIT = 50 * 1024 * 1024;

/**
 * Streams the one file of a multipart request into storage; `kind` may come before or after it.
 * What the file holds is judged by the check that follows, in a process of its own.
 * @throws Problem invalid_input, unsupported_file, unsupported_media_type; FileTooLarge
 */
export async function receiveLedger(request: FastifyRequest, storage: Storage): Promise<Upload> {
  if (!request.isMultipart()) throw new Problem('unsupported_media_type');
  const { file, kind } = await receiveParts(request, storage).catch(refuseBrokenForm);
  if (!file) throw invalidField('body.file', '请选择要上传的文件');
  if (file.fileSize === 0) throw new Problem('unsupported_file', { detail: '文件是空的' });
  const parsed = importKind.safeParse(kind);
  if (!parsed.success) throw invalidField('body.kind', '请选择台账种类');
  return { ...file, kind: parsed.data };
}

async function receiveParts(request: FastifyRequest, storage: Storage) {
  let file: Omit<Upload, 'kind'> | undefined;
  let kind: unknown;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const { key, bytes } = await storage.put(part.file, UPLOAD_LIMIT);
      file = { fileName: safeFileName(part.filename), fileHash: key, fileSize: bytes };
    } else if (part.fieldname === 'kind') {
      kind = part.value;
    }
  }
  return { file, kind };
}

/** The form parser's own errors carry no code; those of the disk and of the limits do, and pass. */
function refuseBrokenForm(error: Error & { code?: string }): never {
  const ours = error instanceof FileTooLarge || (error.code && error.code !== 'ERR_STREAM_PREMATURE_CLOSE');
  if (ours) throw error;
  throw new Problem('invalid_input', { detail: '上传中断了，请重新上传' });
}
