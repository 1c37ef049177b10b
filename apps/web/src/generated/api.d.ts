/** Written by `npm run generate`; not to be changed by hand. */
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers. */
        get: operations["HealthController_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 200 only when everything answers; otherwise 503, and the body says which part does not. */
        get: operations["HealthController_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SessionController_me"];
        put?: never;
        post: operations["SessionController_login"];
        delete: operations["SessionController_logout"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CalendarController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Publishes a year, or amends it. What it moves is counted beforehand: `POST …/years/:year/preview`. */
        put: operations["CalendarController_publish"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PolicyController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/versions/{version}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a version would change, value by value, before anybody puts it in force. */
        get: operations["PolicyController_differences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/in-force": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["PolicyController_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CaseViewsController_list"];
        put?: never;
        post: operations["CaseController_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseController_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseController_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseController_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseController_acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseController_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/first-response": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseController_firstResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseController_progress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseController_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/handle-immediately": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseController_handleImmediately"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseController_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseController_reassign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseController_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/county-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseController_countyReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/escalation-action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseController_escalationAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/mediation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseTiersController_mediate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/mediation-bar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseTiersController_bar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/raise-tier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseTiersController_raiseTier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseTiersController_object"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/tier-offer-answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseTiersController_answerOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseStandingController_suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseStandingController_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseStandingController_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseStandingController_unmerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/confidentiality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseProtectionController_raise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseProtectionController_addReader"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/readers/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseProtectionController_removeReader"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/recusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseProtectionController_recuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/outside-law": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseProtectionController_decideOutsideLaw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/county-review/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseProtectionController_askCountyReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/police-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseDutiesController_reportToPolice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/police-result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseDutiesController_recordPoliceResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/transfer-receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseDutiesController_recordTransferReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/representatives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseDutiesController_nameRepresentatives"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/risk-told": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseDutiesController_recordRiskTold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/risk-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseDutiesController_checkRisk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/risk-level": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseDutiesController_lowerRisk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/follow-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CaseDutiesController_openFollowUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PetitionController_noticeAcceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PetitionController_deliverAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/examinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PetitionController_requestExamination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/examinations/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PetitionController_answerExamination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/final-petition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PetitionController_linkFinalPetition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/withdrawal-word": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PetitionController_confirmWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/agency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AgencyController_entrust"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/agency/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AgencyController_checkMaterials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/agency/materials/supplied": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AgencyController_supplyMaterials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/agency/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AgencyController_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/agency/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AgencyController_recordResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/agency/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AgencyController_deliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/agency/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AgencyController_archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/agency/saving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AgencyController_recordSaving"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/agency/originals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AgencyController_moveOriginal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CaseViewsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every time limit the case has had, with what moved it, and in whose hands it was for how long. */
        get: operations["CaseViewsController_ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why whoever has, or had, the case got it: everybody considered, the best with their points, the rule that refused the others. */
        get: operations["CaseViewsController_why"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Server-sent events: `case` with the id of a case in the reader's lists and the kind of event, `ready` at first, `reset`
         *     where more was missed than can be told: the lists are to be read anew.
         */
        get: operations["CaseChangesController_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CaseSearchController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CaseDuplicatesController_suggest"];
        put?: never;
        post: operations["CaseDuplicatesController_judge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/years/{year}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Its ETag is the revision that the publication names in `If-Match`: who publishes has seen what it moves. */
        post: operations["CalendarPreviewController_count"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediations/{mediationId}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MediationController_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediations/{mediationId}/mediators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MediationController_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediations/{mediationId}/mediators/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MediationController_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediations/{mediationId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MediationController_schedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediations/{mediationId}/sessions/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MediationController_minutes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediations/{mediationId}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MediationController_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediations/{mediationId}/terminate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MediationController_terminate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediations/{mediationId}/fail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MediationController_fail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediations/{mediationId}/violence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MediationController_violence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediations/{mediationId}/oral-agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MediationController_oralAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediations/{mediationId}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MediationController_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediations/{mediationId}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MediationController_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediations/{mediationId}/seal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MediationController_seal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediations/{mediationId}/performance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["FollowUpController_performance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediations/{mediationId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["FollowUpController_confirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediations/{mediationId}/confirmation/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["FollowUpController_courtResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediations/{mediationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MediationViewsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediations/{mediationId}/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MediationViewsController_minutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReviewController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{caseId}/{round}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReviewController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{caseId}/{round}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReviewController_attempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{caseId}/{round}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReviewController_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{caseId}/{round}/give-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReviewController_giveUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{caseId}/{round}/late": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReviewController_late"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oversight/silent-closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Closes that look as if nobody had spoken to the resident, with the reasons. */
        get: operations["OversightController_silentClosures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oversight/residents-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Residents who said that their handler asked them for a rating or a withdrawal. */
        get: operations["OversightController_words"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oversight/cases/{caseId}/judgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OversightController_judge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oversight/cases/{caseId}/residents-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put down by whoever hears it; the handler does not learn of it. */
        post: operations["OversightController_recordWord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CadresController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{cadreId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CadresController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{cadreId}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CadresController_requestLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{cadreId}/leave/{leaveId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CadresController_approveLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{cadreId}/leave/{leaveId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CadresController_cancelLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{cadreId}/on-call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["CadresController_changeOnCall"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{cadreId}/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CadresController_recognise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{cadreId}/certificates/{skill}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CadresController_renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{cadreId}/certificates/{skill}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CadresController_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/{place}/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DutyController_gaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/{place}/weeks/{week}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DutyController_week"];
        put?: never;
        post: operations["DutyController_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/{place}/weeks/{week}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DutyController_proposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/{place}/weeks/{week}/swaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DutyController_swap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/{place}/weeks/{week}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DutyController_checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/{place}/weeks/{week}/check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DutyController_checkOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/{place}/weeks/{week}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DutyController_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/{place}/weeks/{week}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DutyController_settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/org-units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OrgUnitsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/org-units/{unitId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OrgUnitsController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/service-commitments/{unitId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CommitmentsController_read"];
        put?: never;
        /** Publishes one, or puts it in the place of the one before. Never longer than the limit of the type's profile. */
        post: operations["CommitmentsController_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/service-commitments/{unitId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends one for the cases registered from now on. */
        post: operations["CommitmentsController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boards/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Disputes that are not over: how far, on which day of their limits, when they meet next, what they wait for. */
        get: operations["BoardsController_disputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boards/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was agreed and is not done yet, by the day it is looked at, whether the case is closed or not. */
        get: operations["BoardsController_agreements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boards/follow-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What follows agreements and results, day by day: terms to perform, windows of the court, calls back. */
        get: operations["BoardsController_followUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boards/overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open steps past their due: how many by level, township, village or holder, and which. */
        get: operations["BoardsController_overdue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boards/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the asker has to do himself: now, today, later. */
        get: operations["BoardsController_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was told of a case, by which way, and who has read it; the newest first. */
        get: operations["CaseNoticesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of a period, cut by place, type or cadre; each rate with its denominator, the callback coverage beside them. */
        get: operations["FiguresController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PreferencesController_read"];
        /** The mail address into the vault first: what no event names is purged from there. */
        put: operations["PreferencesController_choose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest first. */
        get: operations["InboxController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much of it is new: for the menu. */
        get: operations["InboxController_unread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/{noticeId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks one as read, now or earlier: doing it again changes nothing. */
        post: operations["InboxController_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its ETag is the policy's version: whoever has it is told so without the body. */
        get: operations["CatalogueController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the asker's role can do at all: which views his pages offer. */
        get: operations["CatalogueController_permitted"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        LoginBody: {
            login: string;
            password: string;
        };
        CalendarYearBody: {
            off: string[];
            work: string[];
        };
        PolicyInForceBody: Record<string, never>;
        PartyBody: {
            name: string;
            phone?: string;
            address?: string;
            /**
             * @default REPORTER
             * @enum {string}
             */
            side: "APPLICANT" | "OTHER" | "REPORTER" | "RESPONDENT";
            /** @default false */
            vulnerable: boolean;
            householdId?: string;
        };
        ComplaintBody: {
            /** @default [] */
            targets: string[];
            /** @default [] */
            centres: string[];
        };
        RegisterCaseBody: {
            typeCode: string;
            /** @enum {string} */
            channel: "COUNTY_TRANSFER" | "COURT_REFERRAL" | "DUTY_PATROL" | "ENTERPRISE" | "HOTLINE" | "LETTER" | "MARKET_DAY" | "POLICE_REFERRAL" | "STATION" | "VISIT_PROACTIVE" | "WEB" | "WINDOW";
            /** @description Number of the paper or the other system; the same one is never registered twice. */
            externalRef?: string;
            villageIds: string[];
            /** @default [] */
            parties: components["schemas"]["PartyBody"][];
            /** @default false */
            anonymous: boolean;
            summary: string;
            /** @enum {string} */
            produce?: "AQUACULTURE" | "BAMBOO" | "FRUIT" | "FUNGUS" | "LIVESTOCK" | "TEA" | "VEGETABLE";
            /** @description In fen. */
            amount?: number;
            preferredCadreId?: string;
            complaint?: components["schemas"]["ComplaintBody"];
        };
        AcceptanceBody: {
            /** @description What a petition brings beyond the final one it is linked to. */
            newFacts?: string;
            /**
             * @description 0 none, 1 a sign of violence, 2 grave.
             * @default 0
             * @enum {number}
             */
            violence: 0 | 1 | 2;
            /** @default 0 */
            gathered: number;
            /** @default 0 */
            relapses: number;
            /** @default false */
            threatToLife: boolean;
            /** @default false */
            weapon: boolean;
        };
        RejectCaseBody: {
            /** @enum {string} */
            reason: "BEFORE_AUTHORITY" | "BEFORE_COURT" | "CRIMINAL" | "DECIDED_BY_COURT" | "NO_MATTER" | "OUT_OF_REMIT" | "PETITION_FINALISED" | "STATUTORY_ROUTE";
            guidance: string;
        };
        AssignCaseBody: {
            /** @description Assigned by hand; without it the best candidate is taken. */
            cadreId?: string;
        };
        DeclineBody: {
            /** @enum {string} */
            reason: "CONFLICT" | "NO_SKILL" | "OVERLOAD";
            note?: string;
        };
        FirstResponseBody: {
            /** @enum {string} */
            contact: "CALL" | "ON_SITE" | "RECEIPT_CODE" | "VISIT" | "WINDOW";
            note: string;
            /** @description ISO with offset, where the network was away; both times are kept. */
            happenedAt?: string;
        };
        NoteBody: {
            note: string;
        };
        ResultBody: {
            /** @enum {string} */
            outcome: "AGREED" | "ANSWERED" | "EXPLAINED" | "NOT_AGREED_GUIDED" | "REFUSED_BY_LAW" | "SOLVED";
            result: string;
            /** @default [] */
            skillsUsed: string[];
        };
        ExtendBody: {
            /** @enum {string} */
            unit: "CD" | "WD" | "WH" | "h" | "m";
            n: number;
            reason: string;
        };
        ReassignBody: {
            /** @description Assigned by hand; without it the best candidate is taken. */
            cadreId?: string;
            /**
             * @default DIRECTOR
             * @enum {string}
             */
            reason: "DIRECTOR" | "ORDER";
        };
        TransferBody: {
            /** @enum {string} */
            body: "COUNTY_DEPARTMENT" | "COURT" | "DISCIPLINE_SUPERVISION" | "LABOUR_ARBITRATION" | "LAND_ARBITRATION" | "OTHER_COUNTY" | "OTHER_TOWNSHIP" | "PETITION_OFFICE" | "POLICE" | "PROCURATORATE";
            note: string;
        };
        WithdrawBody: {
            reason: string;
        };
        CountyReviewBody: {
            /** @enum {string} */
            verdict: "REDO" | "UPHELD";
            panel: string[];
            reason: string;
            /** @default false */
            remediesTold: boolean;
        };
        EscalationActionBody: {
            /** @description Assigned by hand; without it the best candidate is taken. */
            cadreId?: string;
            /** @enum {string} */
            step: "accept" | "ack" | "assign" | "countyReview" | "resolve" | "respond" | "review";
            /** @enum {string} */
            action: "ACCEPT_REASON" | "EXTEND" | "ORDER" | "REASSIGN";
            reason: string;
            holdUntil?: string;
        };
        BarMediationBody: {
            /** @enum {string} */
            bar: "COURT" | "CRIMINAL" | "OTHER_AUTHORITY" | "POLICE";
            note: string;
        };
        RaiseTierBody: {
            /**
             * @description `PARTIES`: they asked for it.
             * @enum {string}
             */
            because: "HANDLER" | "LEADER" | "PARTIES";
            reason: string;
        };
        PartyWordBody: {
            party: string;
        };
        PartyAnswerBody: {
            party: string;
            accepts: boolean;
        };
        SuspendBody: {
            /** @enum {string} */
            reason: "APPRAISAL" | "AWAIT_PARTY" | "COURT" | "FORCE_MAJEURE" | "MATERIALS";
            note: string;
            /** @description ISO with offset: when it is expected to go on, which then happens by itself. */
            until: string;
        };
        MergeBody: {
            /** @description The case that goes on for both. */
            into: string;
        };
        UnmergeBody: {
            reason: string;
        };
        ConfidentialityBody: {
            /** @enum {string} */
            to: "C" | "X";
            reason: string;
        };
        ReaderBody: {
            /** @description A cadre. */
            reader: string;
        };
        RecusalBody: {
            /** @description Who is too close to the matter. */
            cadreId: string;
            /** @enum {string} */
            declaredBy: "DIRECTOR" | "PARTY" | "SELF";
            /** @description Where a party says so. */
            party?: string;
            reason: string;
        };
        OutsideLawBody: {
            approves: boolean;
            reason: string;
        };
        PoliceReportBody: {
            /** @description What they were told, and whom. */
            note: string;
        };
        PoliceResultBody: {
            /** @default false */
            gambling: boolean;
            /** @default false */
            seriousCrime: boolean;
            note?: string;
        };
        TransferReceiptBody: {
            /** @description Number of the receipt, where it has one. */
            reference?: string;
        };
        RepresentativesBody: {
            /** @description Ids of parties of the case. */
            representatives: string[];
        };
        RiskToldBody: {
            /** @enum {string} */
            whom: "COUNTY" | "LEADER";
        };
        AcceptCaseBody: {
            /**
             * @description 0 none, 1 a sign of violence, 2 grave.
             * @default 0
             * @enum {number}
             */
            violence: 0 | 1 | 2;
            /** @default 0 */
            gathered: number;
            /** @default 0 */
            relapses: number;
            /** @default false */
            threatToLife: boolean;
            /** @default false */
            weapon: boolean;
        };
        RiskCheckBody: {
            note: string;
            /** @description Where what was seen is other than at the acceptance: a higher risk follows by itself. */
            signs?: components["schemas"]["AcceptCaseBody"];
        };
        RiskLevelBody: {
            /** @enum {string} */
            level: "BLUE" | "ORANGE" | "YELLOW";
            reason: string;
        };
        FollowUpBody: {
            typeCode: string;
            /**
             * @default CONTROLLED
             * @enum {string}
             */
            because: "CONTROLLED" | "OTHER_MATTER";
        };
        NoticeBody: {
            /** @description Number of the written notice, where it has one. */
            reference?: string;
        };
        DeliveryBody: {
            /** @description Number of the written notice, where it has one. */
            reference?: string;
            /** @description What the returned receipt says; now, where it was handed over. */
            deliveredAt?: string;
        };
        ExaminationBody: {
            /** @description What the petitioner says against the answer. */
            grounds: string;
        };
        ExaminationAnswerBody: {
            /** @enum {string} */
            verdict: "CHANGED" | "UPHELD";
            answer: string;
        };
        FinalPetitionBody: {
            /** @description Id of the petition that is final. */
            petition: string;
        };
        WithdrawalWordBody: {
            /** @description Whether the resident says that he takes it back of his own will. */
            free: boolean;
        };
        EntrustBody: {
            /** @enum {string} */
            item: "AGE_ALLOWANCE" | "BUILDING_PERMIT" | "BUSINESS_LICENCE" | "DISABILITY_CARD" | "FARM_SUBSIDY" | "LOW_INCOME" | "MEDICAL_CLAIM" | "MEDICAL_PROOF" | "OTHER" | "PENSION_YEARLY";
            /** @description Number of the letter that the resident has signed. */
            consent: string;
        };
        MaterialsBody: {
            /**
             * @description Everything that is missing; nothing where all is there.
             * @default []
             */
            missing: ("APPLICATION_FORM" | "BANK_CARD" | "DISABILITY_CERTIFICATE" | "HOUSEHOLD_BOOK" | "ID_CARD" | "INVOICE" | "LAND_CERTIFICATE" | "MARRIAGE_CERTIFICATE" | "MEDICAL_RECORD" | "NEIGHBOURS_CONSENT" | "PHOTO" | "VILLAGE_PROOF")[];
            /** @description What the resident was told. */
            note: string;
        };
        SubmissionBody: {
            /** @enum {string} */
            body: "COUNTY_DEPARTMENT" | "COURT" | "DISCIPLINE_SUPERVISION" | "LABOUR_ARBITRATION" | "LAND_ARBITRATION" | "OTHER_COUNTY" | "OTHER_TOWNSHIP" | "PETITION_OFFICE" | "POLICE" | "PROCURATORATE";
            /** @description Number of the other side's paper, where it has one. */
            reference?: string;
        };
        AgencyResultBody: {
            granted: boolean;
            /** @description Number of the other side's paper, where it has one. */
            reference?: string;
        };
        AgencyDeliveryBody: {
            /** @description Id of the party who signs for it. */
            signedBy: string;
            result: string;
            /** @default [] */
            skillsUsed: string[];
        };
        SavingBody: {
            trips: number;
            /** @description Days of work. */
            days: number;
        };
        OriginalBody: {
            /** @enum {string} */
            paper: "APPLICATION_FORM" | "BANK_CARD" | "DISABILITY_CERTIFICATE" | "HOUSEHOLD_BOOK" | "ID_CARD" | "INVOICE" | "LAND_CERTIFICATE" | "MARRIAGE_CERTIFICATE" | "MEDICAL_RECORD" | "NEIGHBOURS_CONSENT" | "PHOTO" | "VILLAGE_PROOF";
            /** @enum {string} */
            to: "AGENT" | "BODY" | "RESIDENT";
        };
        DuplicateVerdictBody: {
            /** @description The case that this one was compared with. */
            other: string;
            /**
             * @description `SAME` merges this case into the other, as `merge` does.
             * @enum {string}
             */
            verdict: "DIFFERENT" | "RELATED" | "SAME";
            reason: string;
        };
        ConsentBody: {
            consents: boolean;
            party: string;
        };
        MediatorBody: {
            mediatorId: string;
        };
        MediatorAnswerBody: {
            accepts: boolean;
            party: string;
        };
        SessionBody: {
            /** @description ISO with offset. */
            startsAt: string;
            /** @description Without it the session is as long as the policy says. */
            endsAt?: string;
            /**
             * @default JOINT
             * @enum {string}
             */
            form: "JOINT" | "SEPARATE";
            /** @description With whom a separate session is. */
            parties?: string[];
            /**
             * @description Open to others, as the parties wish.
             * @default false
             */
            open: boolean;
        };
        MinutesBody: {
            attended: string[];
            minutes: string;
        };
        ExtensionBody: {
            /** @description Calendar days, counted from the due of the case. */
            days: number;
            /** @description Who agrees: all the parties. */
            parties: string[];
            reason: string;
        };
        TerminationBody: {
            party: string;
            reason?: string;
            /** @default [] */
            routesTold: ("ADMINISTRATIVE" | "ARBITRATION" | "COURT")[];
        };
        FailureBody: {
            note?: string;
            /** @default [] */
            routesTold: ("ADMINISTRATIVE" | "ARBITRATION" | "COURT")[];
        };
        ViolenceBody: {
            note: string;
            /** @default [] */
            routesTold: ("ADMINISTRATIVE" | "ARBITRATION" | "COURT")[];
        };
        TermBody: {
            /** @description Whoever owes it: a party. */
            obligor: string;
            /** @description In fen. */
            amount?: number;
            /** @description Last day to perform it. */
            dueOn: string;
        };
        AgreementBody: {
            /** @default [] */
            terms: components["schemas"]["TermBody"][];
            /** @description Main facts, issues, responsibilities and the words of each term. */
            content: string;
        };
        SignatureBody: {
            /** @description A party, or the mediator. */
            signer: string;
            /**
             * @default SIGNATURE
             * @enum {string}
             */
            manner: "FINGERPRINT" | "SIGNATURE";
        };
        PerformanceBody: {
            term: number;
            /** @description Local day on which it was performed. */
            performedOn: string;
            /** @description The party whose word it is; without it whoever records it has seen it himself. */
            saidBy?: string;
            note?: string;
        };
        ConfirmationBody: {
            /** @description Who asks the court: all the parties together. */
            parties: string[];
        };
        CourtResultBody: {
            granted: boolean;
            note?: string;
        };
        AttemptBody: {
            /** @enum {string} */
            channel: "CALL" | "SMS" | "VISIT" | "WEB" | "WINDOW";
            party: string;
        };
        AnswerBody: {
            /** @description The claim goes beyond the law, as the reviewer holds: another centre's director decides about it. */
            outsideLaw?: boolean;
            /** @enum {string} */
            channel: "CALL" | "SMS" | "VISIT" | "WEB" | "WINDOW";
            /** @enum {number} */
            rating: 1 | 2 | 3 | 4 | 5;
            /** @enum {string} */
            reason: "ATTITUDE" | "EXPLANATION" | "FAIRNESS" | "OUTSIDE_LAW" | "RESULT" | "SKILL" | "SPEED";
            party: string;
        };
        PartyOfReview: {
            party: string;
        };
        LateRatingBody: {
            party: string;
            /** @enum {number} */
            rating: 1 | 2 | 3 | 4 | 5;
            /** @enum {string} */
            reason: "ATTITUDE" | "EXPLANATION" | "FAIRNESS" | "OUTSIDE_LAW" | "RESULT" | "SKILL" | "SPEED";
        };
        JudgementShown: {
            /** @enum {string} */
            judgement: "JUSTIFIED" | "ORDER";
            by: string;
            at: string;
        };
        SilentClosureItem: {
            caseId: string;
            caseNo: string;
            typeCode: string;
            round: number;
            township: string;
            village: string;
            /** @description Unit that answers for it. */
            centre: string;
            handler: string | null;
            outcome: string | null;
            closedAt: string;
            /** @description No contact before it, nobody independent heard the resident, the same complaint again soon. */
            reasons: ("NO_CALLBACK" | "NO_CONTACT" | "REPEATED")[];
            /** @description The case with the same complaint. */
            repeatedAs: string | null;
            judgement: components["schemas"]["JudgementShown"] | null;
        };
        SilentClosuresAnswer: {
            /** @description The last closed first. */
            items: components["schemas"]["SilentClosureItem"][];
            /** @description Cursor of the next page; absent on the last one. */
            next?: string;
        };
        ResidentsWordItem: {
            caseId: string;
            caseNo: string;
            township: string;
            handler: string | null;
            /** @enum {string} */
            askedFor: "RATING" | "WITHDRAWAL";
            recordedAt: string;
        };
        ResidentsWordsAnswer: {
            items: components["schemas"]["ResidentsWordItem"][];
            next?: string;
        };
        JudgementBody: {
            /** @description Of the close that was found. */
            round: number;
            /**
             * @description `ORDER`: the unit has to answer a supervision order.
             * @enum {string}
             */
            judgement: "JUSTIFIED" | "ORDER";
            note: string;
        };
        ResidentsWordBody: {
            party: string;
            /**
             * @description What the handler asked for.
             * @enum {string}
             */
            askedFor: "RATING" | "WITHDRAWAL";
            note: string;
        };
        RequestLeaveBody: {
            /** @description First instant away, with offset: `2026-05-07T08:30:00+08:00`. */
            from: string;
            /** @description First instant back. */
            to: string;
            /** @description Cadre id; may be named at the approval too. */
            substitute?: string;
        };
        ApproveLeaveBody: {
            substitute?: string;
        };
        OnCallBody: {
            onCall: boolean;
            reachable: boolean;
        };
        RecogniseCertificateBody: {
            skill: string;
            level: number;
            /** @description Any instant of the first day, with offset. */
            validFrom: string;
            /** @description Where the document is kept. */
            reference: string;
            /** @description SHA-256 of the document, in hex. */
            sha256: string;
        };
        RenewCertificateBody: {
            /** @description The training session in which the short exam was passed; without it, well-rated uses of the skill count. */
            sessionId?: string;
            level?: number;
        };
        RevokeCertificateBody: {
            /** @enum {string} */
            reason: "ISSUED_IN_ERROR" | "OBTAINED_BY_DECEIT" | "SERIOUS_FAULT";
        };
        ShiftBody: {
            /** @enum {string} */
            post: "ENTERPRISE_ASSISTANT" | "FINANCE_ASSISTANT" | "LEADER" | "MEDIATOR" | "OTHER" | "SAFETY_ASSISTANT" | "SCI_TECH_ASSISTANT";
            /** @description With offset. */
            from: string;
            /** @description First instant after it. */
            to: string;
            cadreId: string;
            substitute: string;
        };
        OnSiteBody: {
            cadreId: string;
            days: string[];
        };
        RosterBody: {
            shifts: components["schemas"]["ShiftBody"][];
            onSite: components["schemas"]["OnSiteBody"][];
        };
        SwapBody: {
            /** @enum {string} */
            post: "ENTERPRISE_ASSISTANT" | "FINANCE_ASSISTANT" | "LEADER" | "MEDIATOR" | "OTHER" | "SAFETY_ASSISTANT" | "SCI_TECH_ASSISTANT";
            /** @description When the shift begins. */
            from: string;
            /** @description Who gives it up, as holder or as substitute. */
            out: string;
            in: string;
        };
        CallBody: {
            /** @description What it was about: the id of a case. */
            callId: string;
            cadreId: string;
            calledAt: string;
            answered: boolean;
        };
        PromisedLimitBody: {
            /**
             * @description Natural minutes, natural hours, working hours, working days, calendar days.
             * @enum {string}
             */
            unit: "CD" | "WD" | "WH" | "h" | "m";
            n: number;
        };
        CommitmentBody: {
            limit: components["schemas"]["PromisedLimitBody"];
            /** @description Public number or place of the office that answers for it. */
            contact: string;
            typeCode: string;
            /** @enum {string} */
            step: "accept" | "ack" | "assign" | "resolve" | "respond" | "review";
        };
        WithdrawalBody: {
            /** @description It is published with the withdrawal. */
            reason: string;
            typeCode: string;
            /** @enum {string} */
            step: "accept" | "ack" | "assign" | "resolve" | "respond" | "review";
        };
        Holder: {
            /** @enum {string} */
            kind: "CADRE" | "UNIT";
            id: string;
            /** @description Null for a unit, which the organisation names, and for somebody who is no longer known. */
            name: string | null;
        };
        MediationOnBoard: {
            mediationId: string;
            stage: string;
            underWay: boolean;
            /** @description Whom the parties have accepted. */
            mediator: components["schemas"]["Holder"] | null;
        };
        DayOfLimit: {
            day: number;
            of: number;
            endsAt: string;
            /** @description Stands still while the case is suspended: it will end later than said. */
            paused: boolean;
        };
        SessionOnBoard: {
            startsAt: string;
            endsAt: string;
            form: string;
        };
        TermOnBoard: {
            term: number;
            /** @description Last day to perform it. */
            dueOn: string;
            urged: boolean;
        };
        AwaitedOnBoard: {
            /** @description A step that is owed, `consent`, `tierOffer`, `conclusion`, `suspension`, `mediator` or `session`. */
            what: string;
            /** @description Null where no instant is set. */
            until: string | null;
        };
        DisputeItem: {
            registeredAt: string;
            handler: components["schemas"]["Holder"] | null;
            /** @description The last that was asked for. */
            mediation: components["schemas"]["MediationOnBoard"] | null;
            /** @description Null where the tier has no days of its own, or they are over. */
            tierBudget: components["schemas"]["DayOfLimit"] | null;
            /** @description Null before acceptance, and once an agreement or a result has stopped it. */
            resolveLimit: components["schemas"]["DayOfLimit"] | null;
            nextSession: components["schemas"]["SessionOnBoard"] | null;
            /** @description What has been agreed and is performed next. */
            nextTerm: components["schemas"]["TermOnBoard"] | null;
            waitingFor: components["schemas"]["AwaitedOnBoard"] | null;
            /** @description Steps past their due. */
            overdue: string[];
            caseId: string;
            caseNo: string;
            typeCode: string;
            stage: string;
            /** @enum {string} */
            tier: "K" | "T" | "V";
            round: number;
            priority: string;
            /** @enum {string|null} */
            risk: "BLUE" | "ORANGE" | "RED" | "YELLOW" | null;
            township: string;
            village: string;
        };
        DisputesAnswer: {
            asOf: string;
            /** @description The most urgent first: RED, ORANGE, then by what is due first. */
            items: components["schemas"]["DisputeItem"][];
            /** @description Cursor of the next page; absent on the last one. */
            next?: string;
        };
        AgreedItem: {
            mediationId: string;
            term: number;
            /** @description Last day to perform it. */
            dueOn: string;
            /** @description When it is looked at; once urged, when the agreement counts as broken. */
            dueAt: string;
            urged: boolean;
            /** @description Whom the parties had accepted. */
            mediator: components["schemas"]["Holder"] | null;
            caseId: string;
            caseNo: string;
            typeCode: string;
            stage: string;
            /** @enum {string} */
            tier: "K" | "T" | "V";
            round: number;
            priority: string;
            /** @enum {string|null} */
            risk: "BLUE" | "ORANGE" | "RED" | "YELLOW" | null;
            township: string;
            village: string;
        };
        AgreementsAnswer: {
            asOf: string;
            /** @description By when they are looked at. */
            items: components["schemas"]["AgreedItem"][];
            /** @description Cursor of the next page; absent on the last one. */
            next?: string;
        };
        FollowUpItem: {
            /**
             * @description A term to perform, the end of the time to ask the court, a call back.
             * @enum {string}
             */
            kind: "CONFIRMATION" | "REVIEW" | "TERM";
            /** @description Local day. */
            day: string;
            at: string;
            mediationId: string | null;
            term: number | null;
            /** @description Of a term: nobody performed it in time. */
            urged: boolean | null;
            /** @description Of a confirmation: when the parties are reminded. */
            remindAt: string | null;
            caseId: string;
            caseNo: string;
            typeCode: string;
            stage: string;
            /** @enum {string} */
            tier: "K" | "T" | "V";
            round: number;
            priority: string;
            /** @enum {string|null} */
            risk: "BLUE" | "ORANGE" | "RED" | "YELLOW" | null;
            township: string;
            village: string;
        };
        FollowUpAnswer: {
            asOf: string;
            from: string;
            to: string;
            /** @description In the order of time. */
            items: components["schemas"]["FollowUpItem"][];
            /** @description More than can be shown: ask for fewer days. */
            complete: boolean;
        };
        OverdueCounts: {
            E1: number;
            E2: number;
            E3: number;
            total: number;
        };
        OverdueGroup: {
            E1: number;
            E2: number;
            E3: number;
            total: number;
            /** @description Level, township, village or id of the holder. */
            key: string;
            /** @description Where holders are counted. */
            holder?: components["schemas"]["Holder"];
        };
        OverdueItem: {
            step: string;
            attempt: number;
            dueAt: string;
            /** @description Natural minutes since the due. */
            overdueMinutes: number;
            /** @enum {string} */
            level: "E1" | "E2" | "E3";
            holder: components["schemas"]["Holder"];
            /** @description What the asker may order about it now. */
            orders: ("ACCEPT_REASON" | "EXTEND" | "ORDER" | "REASSIGN")[];
            caseId: string;
            caseNo: string;
            typeCode: string;
            stage: string;
            /** @enum {string} */
            tier: "K" | "T" | "V";
            round: number;
            priority: string;
            /** @enum {string|null} */
            risk: "BLUE" | "ORANGE" | "RED" | "YELLOW" | null;
            township: string;
            village: string;
        };
        OverdueAnswer: {
            asOf: string;
            total: components["schemas"]["OverdueCounts"];
            /** @description The largest first. */
            groups: components["schemas"]["OverdueGroup"][];
            /** @description Smaller groups that are not listed. */
            groupsLeftOut: number;
            /** @description The longest overdue first. */
            items: components["schemas"]["OverdueItem"][];
            /** @description Cursor of the next page; absent on the last one. */
            next?: string;
        };
        TaskCounts: {
            /** @description Due already. */
            now: number;
            /** @description Due before the local day ends. */
            today: number;
            later: number;
        };
        TaskItem: {
            /** @description The step that is owed, `session` of a mediation, or `performance` of what was agreed and urged. */
            what: string;
            /**
             * @description As what the asker has it: lead handler, co-handler, mediator, head of the unit.
             * @enum {string}
             */
            as: "CO_HANDLER" | "HEAD" | "LEAD" | "MEDIATOR";
            /** @description Of a session its beginning; of a performance when the agreement counts as broken. */
            dueAt: string;
            /** @description Of a session; null for a step. */
            endsAt: string | null;
            /** @enum {string} */
            when: "LATER" | "NOW" | "TODAY";
            /**
             * @description Highest rung of the ladder that has fired.
             * @enum {string|null}
             */
            level: "E1" | "E2" | "E3" | "WARN" | null;
            caseId: string;
            caseNo: string;
            typeCode: string;
            stage: string;
            /** @enum {string} */
            tier: "K" | "T" | "V";
            round: number;
            priority: string;
            /** @enum {string|null} */
            risk: "BLUE" | "ORANGE" | "RED" | "YELLOW" | null;
            township: string;
            village: string;
        };
        TasksAnswer: {
            asOf: string;
            counts: components["schemas"]["TaskCounts"];
            /** @description By due. */
            items: components["schemas"]["TaskItem"][];
            /** @description Cursor of the next page; absent on the last one. */
            next?: string;
        };
        ToldPerson: {
            /** @enum {string} */
            kind: "CADRE" | "GROUP" | "PARTY";
            /** @description Cadre id, party id, or the unit whose group chat it is. */
            id: string;
            /** @description Of those who serve alone. */
            name: string | null;
        };
        ToldText: {
            zh: string;
            en: string;
        };
        CaseNotice: {
            to: components["schemas"]["ToldPerson"];
            /** @enum {string} */
            channel: "CALL" | "EMAIL" | "INBOX" | "ROBOT" | "SMS";
            text: components["schemas"]["ToldText"];
            /** @enum {string} */
            status: "FAILED" | "HELD_BACK" | "NOT_CONFIGURED" | "NO_ADDRESS" | "OVERTAKEN" | "PENDING" | "SENT" | "UNCERTAIN";
            at: string;
            /** @description When it goes out, where it has not yet. */
            dueAt: string;
            endedAt: string | null;
            /** @description When it was read in the inbox. */
            readAt: string | null;
            /** @description Sent once more, for nobody knew whether it had arrived. */
            repeated: boolean;
        };
        CaseNoticesAnswer: {
            items: components["schemas"]["CaseNotice"][];
            next?: string;
        };
        ShareFigure: {
            /** @description Null where withheld. */
            numerator: number | null;
            denominator: number | null;
            /** @description Null where there is nothing to take a share of, or it is withheld. */
            value: number | null;
            /** @description `98.7 %`, `—` where there is nothing, `<5` where it is withheld. */
            shown: string;
            /** @description So small a group that it would tell of one confidential case, or of one cadre's ratings. */
            withheld?: boolean;
        };
        StepShare: {
            /** @description Null where withheld. */
            numerator: number | null;
            denominator: number | null;
            /** @description Null where there is nothing to take a share of, or it is withheld. */
            value: number | null;
            /** @description `98.7 %`, `—` where there is nothing, `<5` where it is withheld. */
            shown: string;
            /** @description So small a group that it would tell of one confidential case, or of one cadre's ratings. */
            withheld?: boolean;
            step: string;
        };
        StockFigure: {
            E1: number;
            E2: number;
            E3: number;
            total: number;
        };
        ResponseTimes: {
            /** @description Natural minutes from acknowledgement to first response; null where nobody responded. */
            median: number | null;
            p90: number | null;
            /** @description Responses. */
            of: number;
            /** @description Share of those whose time was claimed afterwards. */
            claimed: components["schemas"]["ShareFigure"];
        };
        TierShares: {
            /** @description Agreed at the village, of all agreed. */
            village: components["schemas"]["ShareFigure"];
            /** @description Agreed at village or township, of all agreed. */
            township: components["schemas"]["ShareFigure"];
        };
        AgencyFigure: {
            /** @description Brought to their end within their limit, of all brought to their end in the period. */
            onTime: components["schemas"]["ShareFigure"];
            /** @description What it saved residents, in fen. */
            savingFen: number;
            /** @description Matters whose saving was recorded. */
            savedBy: number;
        };
        RiskFigure: {
            /** @enum {string} */
            level: "BLUE" | "ORANGE" | "RED" | "YELLOW";
            open: number;
            /** @description Days since somebody looked at the danger last; null where nobody has. */
            meanDaysSinceCheck: number | null;
            longestDaysSinceCheck: number | null;
            /** @description Looks that nobody took in time. */
            missed: number;
            /** @description Open cases at which somebody has looked at all. */
            coverage: components["schemas"]["ShareFigure"];
        };
        LoadFigure: {
            /** @description Of whoever has most. */
            max: number | null;
            median: number | null;
            /** @description `max` by `median`: 1 where all have the same. */
            value: number | null;
            /** @description People who lead open cases. */
            of: number;
        };
        HotSpot: {
            village: string;
            type: string;
            /** @description In the last 14 days. */
            count: number;
            /** @description Of 14 days, over the last 90. */
            mean: number;
        };
        HotSpots: {
            spots: components["schemas"]["HotSpot"][];
            /** @description Hot ones, of the pairs of village and type that had any case in 90 days. */
            share: components["schemas"]["ShareFigure"];
        };
        EscalationFigure: {
            E1: number;
            E2: number;
            E3: number;
            /** @description From the rung to the end of its step; null where none is over. */
            meanHoursToClear: number | null;
            /** @description Rungs whose step is over, of those that fired. */
            cleared: components["schemas"]["ShareFigure"];
        };
        FiguresOfGroup: {
            /** @description Path, township, village, type or cadre. */
            key: string;
            /** @description M10: reviews answered, of those due. */
            coverage: components["schemas"]["ShareFigure"];
            /** @description Intake. */
            M01: number;
            /** @description On time by step. */
            M02: components["schemas"]["StepShare"][];
            /** @description Overdue now, whatever the period. */
            M03: components["schemas"]["StockFigure"];
            M04: components["schemas"]["ResponseTimes"];
            /** @description Resolved, of those accepted in the period. */
            M05: components["schemas"]["ShareFigure"];
            /** @description Agreed, of the mediations concluded. */
            M06: components["schemas"]["ShareFigure"];
            /** @description Fulfilled, of the agreements fulfilled or broken. */
            M07: components["schemas"]["ShareFigure"];
            /** @description Not out of the village, not out of the township. */
            M08: components["schemas"]["TierShares"];
            /** @description Satisfied, of those rated. */
            M09: components["schemas"]["ShareFigure"];
            /** @description Confirmed by the court, of the written agreements whose time to ask it is over. */
            M12: components["schemas"]["ShareFigure"];
            M20: components["schemas"]["AgencyFigure"];
            /** @description Solved or agreed, of the cases closed in the period; visits are not counted yet. */
            M21: components["schemas"]["ShareFigure"];
            /** @description Dangers, now, whatever the period. */
            M22: components["schemas"]["RiskFigure"][];
            /** @description Balance of loads, now. */
            M26: components["schemas"]["LoadFigure"];
            M27: components["schemas"]["HotSpots"];
            /** @description What went up in the period. */
            M28: components["schemas"]["EscalationFigure"];
        };
        LagFigure: {
            projection: string;
            /** @description Age of the last event shown, milliseconds; 0 at the head of the log. */
            lagMs: number;
        };
        FiguresAnswer: {
            asOf: string;
            from: string;
            to: string;
            within: string;
            /** @enum {string} */
            by: "cadre" | "county" | "township" | "type" | "village";
            /**
             * @description Sealed cases count in the figures of the whole county only.
             * @enum {string}
             */
            sealed: "COUNTED" | "LEFT_OUT";
            groups: components["schemas"]["FiguresOfGroup"][];
            /** @description M30, of each read model that figures are read from. */
            M30: components["schemas"]["LagFigure"][];
        };
        QuietHoursAnswer: {
            /** @description Minutes after midnight. */
            from: number;
            to: number;
        };
        PreferencesAnswer: {
            /** @enum {string} */
            language: "en" | "zh";
            channels: ("EMAIL" | "SMS")[];
            digest: boolean;
            quiet: components["schemas"]["QuietHoursAnswer"] | null;
            email: string | null;
        };
        QuietHoursBody: {
            /** @description Minutes after midnight. */
            from: number;
            to: number;
        };
        PreferencesBody: {
            /** @enum {string} */
            language: "en" | "zh";
            /** @description Beside the inbox, for what is not urgent. */
            channels: ("EMAIL" | "SMS")[];
            /** @description Once a working day, gathered. */
            digest: boolean;
            quiet?: components["schemas"]["QuietHoursBody"];
            /**
             * Format: email
             * @description Kept in the vault; left out, the one known so far stays.
             */
            email?: string;
        };
        NoticeText: {
            zh: string;
            en: string;
        };
        InboxItem: {
            /** @description Of the event that is told. */
            noticeId: string;
            text: components["schemas"]["NoticeText"];
            /** @description The case it is about, where it is about one. */
            caseId: string | null;
            at: string;
            readAt: string | null;
        };
        InboxAnswer: {
            unread: number;
            items: components["schemas"]["InboxItem"][];
            next?: string;
        };
        UnreadAnswer: {
            unread: number;
        };
        Words: {
            zh: string;
            en: string;
        };
        CaseTypeAnswer: {
            /** @description Where it is offered; what comes by another channel is registered all the same. */
            channels: string[];
            anonymousAllowed: boolean;
            dispute: boolean;
            profile: string;
            /** @enum {string} */
            tier: "K" | "T" | "V";
            /** @enum {string} */
            confidentiality: "C" | "N" | "X";
            /** @description Codes of which one tells what the question is about; empty where that makes no difference. */
            produce: string[];
            code: string;
            name: components["schemas"]["Words"];
        };
        Named: {
            code: string;
            name: components["schemas"]["Words"];
        };
        SkillAnswer: {
            code: string;
            name: components["schemas"]["Words"];
            /** @enum {string} */
            category: "ECO" | "ORG" | "STB";
        };
        LimitAnswer: {
            /**
             * @description Natural minutes and hours, working hours, working days, calendar days.
             * @enum {string}
             */
            unit: "CD" | "WD" | "WH" | "h" | "m";
            n: number;
            /** @description Ends on the next working day where it would end on a day off. */
            roll?: boolean;
        };
        ProfileLimits: {
            accept: components["schemas"]["LimitAnswer"];
            assign?: components["schemas"]["LimitAnswer"];
            ack?: components["schemas"]["LimitAnswer"];
            respond?: components["schemas"]["LimitAnswer"];
            resolve: components["schemas"]["LimitAnswer"];
            review?: components["schemas"]["LimitAnswer"];
        };
        ProfileAnswer: {
            code: string;
            name: components["schemas"]["Words"];
            priority: string;
            limits: components["schemas"]["ProfileLimits"];
            /** @description What counts as the first response. */
            respondKind: string | null;
            /** @description The most that may be added to the resolve limit, once. */
            extension: components["schemas"]["LimitAnswer"];
        };
        RejectReasonAnswer: {
            code: string;
            name: components["schemas"]["Words"];
            /** @description Where the resident can turn to instead. */
            route: components["schemas"]["Words"];
        };
        ChoicesAnswer: {
            outcomes: components["schemas"]["Named"][];
            rejectReasons: components["schemas"]["RejectReasonAnswer"][];
            declineReasons: components["schemas"]["Named"][];
            suspendReasons: components["schemas"]["Named"][];
            withdrawReasons: components["schemas"]["Named"][];
            agencyItems: components["schemas"]["Named"][];
            papers: components["schemas"]["Named"][];
            transferBodies: components["schemas"]["Named"][];
            ratings: components["schemas"]["Named"][];
            ratingReasons: components["schemas"]["Named"][];
        };
        AssignmentWeights: {
            skill: number;
            near: number;
            load: number;
            quality: number;
            continuity: number;
        };
        WorkingTime: {
            from: number;
            to: number;
        };
        ReviewRules: {
            minAttempts: number;
            minDays: number;
            minChannels: number;
            dissatisfiedUpTo: number;
            panelSize: number;
        };
        CatalogueAnswer: {
            policyVersion: number;
            caseTypes: components["schemas"]["CaseTypeAnswer"][];
            channels: components["schemas"]["Named"][];
            skills: components["schemas"]["SkillAnswer"][];
            profiles: components["schemas"]["ProfileAnswer"][];
            choices: components["schemas"]["ChoicesAnswer"];
            roles: components["schemas"]["Named"][];
            /** @description Points of each part of an assignment's score. */
            weights: components["schemas"]["AssignmentWeights"];
            /** @description Times of day that count as working time. */
            workingHours: components["schemas"]["WorkingTime"][];
            review: components["schemas"]["ReviewRules"];
            /** @description Hours back that a handler may claim a first response. */
            claimableHours: number;
        };
        PermittedAnswer: {
            /** @description What the asker could do to anything at all; whether to this one thing is asked where it is read. */
            actions: string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    HealthController_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    HealthController_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SessionController_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    SessionController_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    SessionController_logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CalendarController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CalendarController_publish: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarYearBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PolicyController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    PolicyController_differences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    PolicyController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyInForceBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseViewsController_list: {
        parameters: {
            query: {
                limit: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseController_register: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterCaseBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseController_accept: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptanceBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseController_reject: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectCaseBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseController_assign: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignCaseBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseController_acknowledge: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseController_decline: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseController_firstResponse: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirstResponseBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseController_progress: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseController_resolve: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResultBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseController_handleImmediately: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResultBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseController_extend: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseController_reassign: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReassignBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseController_transfer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseController_withdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseController_countyReview: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountyReviewBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseController_escalationAction: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EscalationActionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseTiersController_mediate: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseTiersController_bar: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BarMediationBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseTiersController_raiseTier: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RaiseTierBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseTiersController_object: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyWordBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseTiersController_answerOffer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyAnswerBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseStandingController_suspend: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspendBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseStandingController_resume: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseStandingController_merge: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseStandingController_unmerge: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnmergeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseProtectionController_raise: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfidentialityBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseProtectionController_addReader: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReaderBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseProtectionController_removeReader: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReaderBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseProtectionController_recuse: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecusalBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseProtectionController_decideOutsideLaw: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutsideLawBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseProtectionController_askCountyReview: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyWordBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseDutiesController_reportToPolice: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PoliceReportBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseDutiesController_recordPoliceResult: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PoliceResultBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseDutiesController_recordTransferReceipt: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferReceiptBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseDutiesController_nameRepresentatives: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepresentativesBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseDutiesController_recordRiskTold: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RiskToldBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseDutiesController_checkRisk: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RiskCheckBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseDutiesController_lowerRisk: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RiskLevelBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseDutiesController_openFollowUp: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PetitionController_noticeAcceptance: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PetitionController_deliverAnswer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeliveryBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PetitionController_requestExamination: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExaminationBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PetitionController_answerExamination: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExaminationAnswerBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PetitionController_linkFinalPetition: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FinalPetitionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PetitionController_confirmWithdrawal: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawalWordBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AgencyController_entrust: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntrustBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AgencyController_checkMaterials: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MaterialsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AgencyController_supplyMaterials: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AgencyController_submit: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmissionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AgencyController_recordResult: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgencyResultBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AgencyController_deliver: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgencyDeliveryBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AgencyController_archive: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AgencyController_recordSaving: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavingBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AgencyController_moveOriginal: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OriginalBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseViewsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseViewsController_ledger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseViewsController_why: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseChangesController_stream: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `event: case`, `data: {"caseId": "…", "kind": "CaseAssigned"}`; goes on after `Last-Event-ID` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    CaseSearchController_find: {
        parameters: {
            query: {
                limit: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseDuplicatesController_suggest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CaseDuplicatesController_judge: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DuplicateVerdictBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CalendarPreviewController_count: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarYearBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MediationController_consent: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                mediationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MediationController_offer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                mediationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MediatorBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MediationController_answer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                mediationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MediatorAnswerBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MediationController_schedule: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                mediationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MediationController_minutes: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                mediationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MinutesBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MediationController_extend: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                mediationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtensionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MediationController_terminate: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                mediationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TerminationBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MediationController_fail: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                mediationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FailureBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MediationController_violence: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                mediationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViolenceBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MediationController_oralAgreement: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                mediationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MediationController_draft: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                mediationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MediationController_sign: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                mediationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignatureBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MediationController_seal: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                mediationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    FollowUpController_performance: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                mediationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PerformanceBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    FollowUpController_confirmation: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                mediationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmationBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    FollowUpController_courtResult: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                mediationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CourtResultBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MediationViewsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mediationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MediationViewsController_minutes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mediationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReviewController_list: {
        parameters: {
            query: {
                limit: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReviewController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
                round: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReviewController_attempt: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
                round: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttemptBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReviewController_answer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
                round: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReviewController_giveUp: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
                round: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyOfReview"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReviewController_late: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
                round: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LateRatingBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    OversightController_silentClosures: {
        parameters: {
            query: {
                limit: number;
                cursor?: string;
                /** @description Code of the township: `T01`. */
                township?: string;
                reason?: "NO_CALLBACK" | "NO_CONTACT" | "REPEATED";
                /** @description `true`: those that a supervisor has judged, instead of those that wait for it. */
                judged?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SilentClosuresAnswer"];
                };
            };
        };
    };
    OversightController_words: {
        parameters: {
            query: {
                limit: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentsWordsAnswer"];
                };
            };
        };
    };
    OversightController_judge: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JudgementBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    OversightController_recordWord: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResidentsWordBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CadresController_list: {
        parameters: {
            query: {
                limit: number;
                cursor?: string;
                /** @description Code of a township: `T01`. */
                township?: string;
                skill?: string;
                minLevel?: number;
                role?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CadresController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cadreId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CadresController_requestLeave: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                cadreId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestLeaveBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CadresController_approveLeave: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                cadreId: string;
                leaveId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveLeaveBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CadresController_cancelLeave: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                cadreId: string;
                leaveId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CadresController_changeOnCall: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                cadreId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OnCallBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CadresController_recognise: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                cadreId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecogniseCertificateBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CadresController_renew: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                cadreId: string;
                skill: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewCertificateBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CadresController_revoke: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                cadreId: string;
                skill: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeCertificateBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DutyController_gaps: {
        parameters: {
            query: {
                /** @description First week looked at. */
                from: string;
                weeks: number;
            };
            header?: never;
            path: {
                place: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DutyController_week: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Code of a township, or `county`. */
                place: string;
                /** @description ISO week: `2026-W20`. */
                week: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DutyController_publish: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                /** @description Code of a township, or `county`. */
                place: string;
                /** @description ISO week: `2026-W20`. */
                week: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RosterBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DutyController_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Code of a township, or `county`. */
                place: string;
                /** @description ISO week: `2026-W20`. */
                week: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    DutyController_swap: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                /** @description Code of a township, or `county`. */
                place: string;
                /** @description ISO week: `2026-W20`. */
                week: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwapBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DutyController_checkIn: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                /** @description Code of a township, or `county`. */
                place: string;
                /** @description ISO week: `2026-W20`. */
                week: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DutyController_checkOut: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                /** @description Code of a township, or `county`. */
                place: string;
                /** @description ISO week: `2026-W20`. */
                week: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DutyController_call: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                /** @description Code of a township, or `county`. */
                place: string;
                /** @description ISO week: `2026-W20`. */
                week: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DutyController_settle: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                /** @description Code of a township, or `county`. */
                place: string;
                /** @description ISO week: `2026-W20`. */
                week: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    OrgUnitsController_list: {
        parameters: {
            query: {
                limit: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    OrgUnitsController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    CommitmentsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    CommitmentsController_publish: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitmentBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CommitmentsController_withdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawalBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    BoardsController_disputes: {
        parameters: {
            query: {
                limit: number;
                cursor?: string;
                /** @description Code of the township: `T01`. */
                township?: string;
                tier?: "K" | "T" | "V";
                stage?: "ACCEPTED" | "ACKNOWLEDGED" | "ASSIGNED" | "COUNTY_REVIEW" | "IN_MEDIATION" | "IN_PROGRESS" | "REGISTERED" | "RESOLVED" | "SUSPENDED";
                risk?: "BLUE" | "ORANGE" | "RED" | "YELLOW";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputesAnswer"];
                };
            };
        };
    };
    BoardsController_agreements: {
        parameters: {
            query: {
                limit: number;
                cursor?: string;
                /** @description Code of the township: `T01`. */
                township?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementsAnswer"];
                };
            };
        };
    };
    BoardsController_followUp: {
        parameters: {
            query?: {
                /** @description First local day; where it is missing, today. */
                from?: string;
                /** @description The local day before which it ends; where it is missing, 31 days on. */
                to?: string;
                /** @description Code of the township: `T01`. */
                township?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpAnswer"];
                };
            };
        };
    };
    BoardsController_overdue: {
        parameters: {
            query: {
                limit: number;
                cursor?: string;
                /** @description What is counted together. */
                by: "holder" | "level" | "township" | "village";
                level?: "E1" | "E2" | "E3";
                /** @description Code of the township: `T01`. */
                township?: string;
                /** @description Code of the village: `T01-V07`. */
                village?: string;
                /** @description Who holds the step: a cadre, or the unit whose head does. */
                holder?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverdueAnswer"];
                };
            };
        };
    };
    BoardsController_tasks: {
        parameters: {
            query: {
                limit: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TasksAnswer"];
                };
            };
        };
    };
    CaseNoticesController_list: {
        parameters: {
            query: {
                limit: number;
                cursor?: string;
            };
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseNoticesAnswer"];
                };
            };
        };
    };
    FiguresController_read: {
        parameters: {
            query: {
                /** @description First local day; where it is missing, the first of the month. */
                from?: string;
                /** @description The local day before which it ends; where it is missing, tomorrow. */
                to?: string;
                /** @description What is counted together; `county` is all in one. */
                by: "cadre" | "county" | "township" | "type" | "village";
                /** @description Only here or below: `/county/T01`. Where it is missing, all that the asker answers for. */
                within?: string;
                /** @description Only this case type. */
                type?: string;
                /** @description Only what this cadre leads or led. */
                cadre?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiguresAnswer"];
                };
            };
        };
    };
    PreferencesController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesAnswer"];
                };
            };
        };
    };
    PreferencesController_choose: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferencesBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesAnswer"];
                };
            };
        };
    };
    InboxController_list: {
        parameters: {
            query: {
                limit: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxAnswer"];
                };
            };
        };
    };
    InboxController_unread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadAnswer"];
                };
            };
        };
    };
    InboxController_read: {
        parameters: {
            query?: never;
            header: {
                /** @description Made when the form opens: 16 to 128 letters, digits, - and _ */
                "Idempotency-Key": string;
                /** @description The ETag that was read: "12" */
                "If-Match": string;
            };
            path: {
                noticeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadAnswer"];
                };
            };
        };
    };
    CatalogueController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueAnswer"];
                };
            };
        };
    };
    CatalogueController_permitted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermittedAnswer"];
                };
            };
        };
    };
}
