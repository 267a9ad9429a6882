import type { Api } from '#lib/server/api.ts';
import type { Session } from '#lib/server/session.ts';

declare global {
  namespace App {
    interface Locals {
      requestId: string;
      session: Session;
      api: Api;
    }
    interface Error {
      /** what a caller tells the help desk */
      requestId?: string;
      /** stable code of the problem catalogue */
      code?: string;
    }
    interface PageData {
      largeText: boolean;
      /** settlement of the kiosk this is, null elsewhere */
      kiosk: string | null;
    }
  }
}
