/**
 * Fixed texts a person may want to hear, by message id. A clip `clips/<language>/<id>.mp3` is played where there is
 * one, otherwise the browser speaks; `npm run clips --workspace web` lists the clips that are missing.
 */
export const spokenTexts = [
  'tile_jobs',
  'tile_courses',
  'tile_me',
  'tile_ask',
  'tile_take',
  'me_for_me',
  'searches_title',
  'me_applications',
  'me_fairs',
  'me_skills',
  'me_classes',
  'notices_title',
  'me_family',
  'apply_q1',
  'apply_q2',
  'done_title',
  'skills_lead',
  'courses_lead',
  'ask_call_lead',
  'ask_come_lead',
  'take_lead',
  'kiosk_start',
  'kiosk_still',
  'report_title',
] as const;

export type SpokenText = (typeof spokenTexts)[number];
