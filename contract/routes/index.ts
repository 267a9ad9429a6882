import { applicationRoutes } from './applications.ts';
import { attendanceRoutes } from './attendance.ts';
import { authRoutes } from './auth.ts';
import { classRoutes } from './classes.ts';
import { courseRoutes } from './courses.ts';
import { employerRoutes } from './employers.ts';
import { enrolmentRoutes } from './enrolments.ts';
import { fairGuestRoutes } from './fairGuests.ts';
import { fairRoutes } from './fairs.ts';
import { familyRoutes } from './families.ts';
import { helpRoutes } from './help.ts';
import { hiringRoutes } from './hiring.ts';
import { importRoutes } from './imports.ts';
import { myRoutes } from './my.ts';
import { noticeRoutes } from './notices.ts';
import { operationRoutes } from './operations.ts';
import { orderRoutes } from './orders.ts';
import { overviewRoutes } from './overview.ts';
import { ownFairRoutes } from './ownFairs.ts';
import { ownVacancyRoutes } from './ownVacancies.ts';
import { policyRoutes } from './policies.ts';
import { providerRoutes } from './providers.ts';
import { regionRoutes } from './regions.ts';
import { reviewRoutes } from './reviews.ts';
import { runRoutes } from './runs.ts';
import { savedSearchRoutes } from './savedSearches.ts';
import { taskRoutes } from './tasks.ts';
import { taxonomyRoutes } from './taxonomy.ts';
import { trainingDemandRoutes } from './trainingDemand.ts';
import { vacancyRoutes } from './vacancies.ts';
import { voucherRoutes } from './vouchers.ts';
import { workerRoutes } from './workers.ts';

/** Every route of the API, by resource. A test demands that the server registers exactly these. */
export const contract = {
  attendance: attendanceRoutes,
  applications: applicationRoutes,
  auth: authRoutes,
  classes: classRoutes,
  courses: courseRoutes,
  enrolments: enrolmentRoutes,
  fairGuests: fairGuestRoutes,
  fairs: fairRoutes,
  families: familyRoutes,
  help: helpRoutes,
  employers: employerRoutes,
  hiring: hiringRoutes,
  imports: importRoutes,
  my: myRoutes,
  notices: noticeRoutes,
  operations: operationRoutes,
  orders: orderRoutes,
  overview: overviewRoutes,
  ownFairs: ownFairRoutes,
  ownVacancies: ownVacancyRoutes,
  policies: policyRoutes,
  providers: providerRoutes,
  regions: regionRoutes,
  reviews: reviewRoutes,
  runs: runRoutes,
  savedSearches: savedSearchRoutes,
  tasks: taskRoutes,
  trainingDemand: trainingDemandRoutes,
  taxonomy: taxonomyRoutes,
  vacancies: vacancyRoutes,
  vouchers: voucherRoutes,
  workers: workerRoutes,
} as const;
