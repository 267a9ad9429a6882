/** Where the reader goes from a notice: the page of the thing it is about, on their own desk. */

export type Desk = 'seeker' | 'employer' | 'provider';
type Place = (thing: string) => string;

const places: Readonly<Record<Desk, Readonly<Record<string, Place>>>> = {
  seeker: {
    application: (id) => `/me/applications/${id}`,
    vacancy: (id) => `/jobs/${id}`,
    class: () => '/me/classes',
    voucher: () => '/me/classes',
    search: (id) => `/me/searches/${id}`,
    fair: () => '/me/fairs',
  },
  employer: {
    application: () => '/employer/candidates',
    vacancy: (id) => `/employer/vacancies/${id}`,
    employer: () => '/employer/profile',
    fair: (id) => `/employer/fairs/${id}`,
  },
  provider: {
    class: (id) => `/provider/classes/${id}`,
    provider: () => '/provider/profile',
  },
};

/** Null when there is no page: the thing is gone, or is none of this desk's. */
export const placeOf = (desk: Desk, subject: string, thing: string | null): string | null =>
  thing === null ? null : (places[desk][subject]?.(thing) ?? null);
