import { z } from 'zod';
import { occupation } from '../codes/occupation.ts';
import { wordKind } from '../codes/taxonomy.ts';
import { bureau, defineRoutes, oversight } from '../route.ts';
import { pageOf, pageQuery, words } from './shared.ts';

export const occupationWord = z.object({
  id: z.uuid(),
  occupation: z.string(),
  occupationLabel: z.string(),
  word: z.string(),
  kind: z.enum(wordKind.values),
  kindLabel: z.string(),
  /** version that brought it */
  since: z.int(),
});
export type OccupationWord = z.infer<typeof occupationWord>;

const newWord = z.object({
  occupation: z.enum(occupation.values, '请选择职业'),
  word: words(20)
    .min(1, '请填写说法')
    .refine((word) => /[\p{L}\p{N}]/u.test(word), '说法里要有字'),
  kind: z.enum(wordKind.values, '请选择种类'),
});

export const taxonomyRoutes = defineRoutes({
  words: {
    method: 'GET',
    url: '/api/taxonomy/words',
    summary: '职业的平常说法、方言、英文和家里的活',
    access: oversight,
    query: pageQuery.extend({
      q: words(20).optional(),
      occupation: z.enum(occupation.values).optional(),
      kind: z.enum(wordKind.values).optional(),
    }),
    answer: pageOf(occupationWord).extend({ version: z.int() }),
  },
  versions: {
    method: 'GET',
    url: '/api/taxonomy/versions',
    summary: '词表改过哪些版本',
    access: oversight,
    answer: z.object({
      items: z.array(
        z.object({
          number: z.int(),
          note: z.string(),
          author: z.string().nullable(),
          publishedAt: z.iso.datetime(),
          added: z.int(),
          dropped: z.int(),
        }),
      ),
    }),
  },
  publish: {
    method: 'POST',
    url: '/api/taxonomy/versions',
    summary: '增删说法，成为新版本；搜索随后重建',
    access: bureau,
    body: z
      .object({
        /** version the change was made on; another one since is a conflict */
        base: z.coerce.number('版本要写数字').int().min(0),
        note: words(100).min(1, '请写一句改了什么'),
        add: z.array(newWord).max(200).default([]),
        drop: z.array(z.uuid('编号不对')).max(200).default([]),
      })
      .refine(({ add, drop }) => add.length + drop.length > 0, '没有要改的内容'),
    answer: z.object({ version: z.int() }),
    status: 201,
    problems: ['version_conflict'],
  },
});
