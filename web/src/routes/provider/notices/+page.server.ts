import { inboxActions, loadInbox } from '#lib/server/notices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = loadInbox;

export const actions: Actions = inboxActions;
