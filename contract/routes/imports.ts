import { z } from 'zod';
import { bureau, defineRoutes, oversight } from '../route.ts';
import { pageOf, pageQuery } from './shared.ts';

export const importCounts = z.object({
  rows: z.int(),
  valid: z.int(),
  invalid: z.int(),
  /** of the valid: new, changing an existing record, saying what we already know */
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  /** people: households seen; vacancies: employers seen */
  groups: z.int(),
  /** how often each kind of problem occurs, most frequent first */
  problems: z.array(z.object({ code: z.string(), reason: z.string(), count: z.int() })),
  /** columns of the file nobody knows, and known ones it lacks */
  unknownColumns: z.array(z.string()),
  missingColumns: z.array(z.string()),
});
export type ImportCounts = z.infer<typeof importCounts>;

export const importKind = z.enum(['people', 'vacancies']);

export const importBatch = z.object({
  id: z.uuid(),
  kind: importKind,
  fileName: z.string(),
  status: z.enum([
    'uploaded',
    'checking',
    'checked',
    'committing',
    'committed',
    'undoing',
    'undone',
    'discarded',
    'failed',
  ]),
  rowsDone: z.int(),
  rowsTotal: z.int().nullable(),
  counts: importCounts.nullable(),
  /** rows that came into the database, still wait, were taken back; null while nothing has been written */
  written: z.object({ committed: z.int(), waiting: z.int(), undone: z.int() }).nullable(),
  failure: z.string().nullable(),
  uploadedBy: z.string(),
  createdAt: z.iso.datetime(),
  committedAt: z.iso.datetime().nullable(),
  undoUntil: z.iso.datetime().nullable(),
  allowed: z.array(z.enum(['commit', 'cancel', 'undo', 'download_errors'])),
});
export type ImportBatch = z.infer<typeof importBatch>;

export const importProblem = z.object({
  row: z.int(),
  column: z.string().nullable(),
  /** as written; ID numbers masked */
  value: z.string().nullable(),
  code: z.string(),
  reason: z.string(),
});

const params = z.object({ batch: z.uuid('编号不对') });

export const importRoutes = defineRoutes({
  upload: {
    method: 'POST',
    url: '/api/imports',
    summary: '上传台账（.xlsx 或 .csv），先试读，不改数据；同时送 kind=people|vacancies',
    access: bureau,
    upload: true,
    answer: importBatch,
    status: 202,
    problems: ['unsupported_file', 'too_large'],
  },
  list: {
    method: 'GET',
    url: '/api/imports',
    summary: '上传记录',
    access: oversight,
    query: pageQuery,
    answer: pageOf(importBatch),
  },
  detail: {
    method: 'GET',
    url: '/api/imports/:batch',
    summary: '一次上传的结果',
    access: oversight,
    params,
    answer: importBatch,
    problems: ['not_found'],
  },
  problems: {
    method: 'GET',
    url: '/api/imports/:batch/problems',
    summary: '逐条问题：行、列、值、原因',
    access: oversight,
    params,
    query: pageQuery.extend({ code: z.string().max(64).optional() }),
    answer: pageOf(importProblem),
    problems: ['not_found'],
  },
  commit: {
    method: 'POST',
    url: '/api/imports/:batch/commit',
    summary: '写入没有问题的行；有问题的行留下等待改正',
    access: bureau,
    params,
    answer: importBatch,
    status: 202,
    problems: ['not_found', 'wrong_state'],
  },
  cancel: {
    method: 'POST',
    url: '/api/imports/:batch/cancel',
    summary: '放弃还没有写入的上传；正在写入的停在这里，已写入的可以撤销',
    access: bureau,
    params,
    answer: importBatch,
    problems: ['not_found', 'wrong_state'],
  },
  undo: {
    method: 'POST',
    url: '/api/imports/:batch/undo',
    summary: '撤销这次写入（期限内）',
    access: bureau,
    params,
    answer: importBatch,
    status: 202,
    problems: ['not_found', 'wrong_state', 'undo_expired', 'undo_blocked'],
  },
  workbook: {
    method: 'GET',
    url: '/api/imports/:batch/workbook',
    summary: '取回原表：加一列错误说明，出错的格子涂色',
    access: bureau,
    params,
    answer: 'file',
    problems: ['not_found', 'wrong_state'],
  },
  events: {
    method: 'GET',
    url: '/api/imports/:batch/events',
    summary: '实时进度（SSE，可用 Last-Event-ID 续传）',
    access: oversight,
    params,
    answer: 'events',
    problems: ['not_found'],
  },
});
