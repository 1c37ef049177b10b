import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AgencyController } from './agency.controller.js';
import { AssignmentQueue } from './assignment-queue.js';
import { CalendarPreview } from './calendar-preview.query.js';
import { CalendarPreviewController } from './calendar-preview.controller.js';
import { CaseChanges } from './case-changes.js';
import { CaseChangesController } from './case-changes.controller.js';
import { CaseClocks } from './case-clocks.query.js';
import { CaseCommands } from './case-commands.js';
import { CaseController } from './case.controller.js';
import { CaseDuplicates } from './case-duplicates.query.js';
import { CaseDuplicatesController } from './case-duplicates.controller.js';
import { CaseDutiesController } from './case-duties.controller.js';
import { CaseHandler } from './case.handler.js';
import { CaseList } from './case-list.query.js';
import { CaseAssignments } from './case-assignments.query.js';
import { CaseNumbers } from './case-numbers.js';
import { CaseIntake } from './case-intake.js';
import { CasePage } from './case-page.query.js';
import { CaseRegistration } from './case-registration.js';
import { CaseSearch } from './case-search.query.js';
import { CaseSearchController } from './case-search.controller.js';
import { CaseStandingController } from './case-standing.controller.js';
import { CaseTiersController } from './case-tiers.controller.js';
import { CaseViewsController } from './case-views.controller.js';
import { CaseProtectionController } from './case-protection.controller.js';
import { SealedReadingLog } from './sealed-reading-log.js';
import { CountyMemory } from './county-memory.js';
import { PetitionController } from './petition.controller.js';
import { StaffNames } from './staff-names.js';

/** Cases from intake to close. Store, executor, vault, read models and clock come from the app. */
@Module({
  imports: [CqrsModule],
  controllers: [
    CaseController,
    CaseTiersController,
    CaseStandingController,
    CaseProtectionController,
    CaseDutiesController,
    PetitionController,
    AgencyController,
    CaseViewsController,
    CaseChangesController,
    CaseSearchController,
    CaseDuplicatesController,
    CalendarPreviewController,
  ],
  providers: [
    AssignmentQueue,
    CalendarPreview,
    CaseAssignments,
    CaseChanges,
    CaseClocks,
    CaseCommands,
    CaseHandler,
    CaseIntake,
    CaseList,
    CaseNumbers,
    CasePage,
    CaseRegistration,
    CaseDuplicates,
    CaseSearch,
    CountyMemory,
    SealedReadingLog,
    StaffNames,
  ],
  exports: [CaseHandler, CountyMemory, StaffNames],
})
export class CasesModule {}
