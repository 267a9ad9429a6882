import type { FastifyInstance } from 'fastify';
import type { contract } from '#contract/routes/index.ts';
import type { Handlers } from '../register.ts';
import type { Services } from '../services.ts';
import { applicationHandlers } from './applications.ts';
import { authHandlers } from './auth.ts';
import { employerHandlers } from './employers.ts';
import { fairHandlers } from './fairs/fairs.ts';
import { fairGuestHandlers } from './fairs/guests.ts';
import { ownFairHandlers } from './fairs/own.ts';
import { familyHandlers } from './families.ts';
import { helpHandlers } from './help.ts';
import { hiringHandlers } from './hiring.ts';
import { importHandlers } from './imports.ts';
import { myHandlers } from './my.ts';
import { noticeHandlers } from './notices.ts';
import { operationHandlers } from './operations.ts';
import { orderHandlers } from './orders.ts';
import { overviewHandlers } from './overview.ts';
import { ownVacancyHandlers } from './ownVacancies.ts';
import { policyHandlers } from './policies.ts';
import { regionHandlers } from './regions.ts';
import { reviewHandlers } from './reviews.ts';
import { runHandlers } from './runs.ts';
import { savedSearchHandlers } from './savedSearches.ts';
import { taskHandlers } from './tasks.ts';
import { taxonomyHandlers } from './taxonomy.ts';
import { attendanceHandlers } from './training/attendance.ts';
import { classHandlers } from './training/classes.ts';
import { courseHandlers } from './training/courses.ts';
import { trainingDemandHandlers } from './training/demand.ts';
import { enrolmentHandlers } from './training/enrolments.ts';
import { providerHandlers } from './training/providers.ts';
import { voucherHandlers } from './training/vouchers.ts';
import { vacancyHandlers } from './vacancies.ts';
import { workerHandlers } from './workers.ts';

type Contract = typeof contract;

/** Every route of the contract → its handler; a missing one does not compile. */
export const handlersOf = (
  app: FastifyInstance,
  services: Services,
): { readonly [R in keyof Contract]: Handlers<Contract[R]> } => ({
  attendance: attendanceHandlers(),
  applications: applicationHandlers(),
  auth: authHandlers(services),
  classes: classHandlers(),
  courses: courseHandlers(services),
  enrolments: enrolmentHandlers(),
  fairGuests: fairGuestHandlers(),
  fairs: fairHandlers(),
  families: familyHandlers(services),
  help: helpHandlers(),
  employers: employerHandlers(),
  hiring: hiringHandlers(),
  imports: importHandlers(services),
  my: myHandlers(services),
  notices: noticeHandlers(services),
  operations: operationHandlers(app, services),
  orders: orderHandlers(),
  overview: overviewHandlers(),
  ownFairs: ownFairHandlers(),
  ownVacancies: ownVacancyHandlers(),
  policies: policyHandlers(),
  providers: providerHandlers(),
  regions: regionHandlers(),
  reviews: reviewHandlers(),
  runs: runHandlers(),
  savedSearches: savedSearchHandlers(),
  tasks: taskHandlers(),
  trainingDemand: trainingDemandHandlers(),
  taxonomy: taxonomyHandlers(),
  vacancies: vacancyHandlers(services),
  vouchers: voucherHandlers(),
  workers: workerHandlers(services),
});
