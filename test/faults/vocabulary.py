"""What may stand in the log, in this checker's own words: whoever adds an event to the product enters it here.

A stream is known by its first words, an event by its type. An event that is not entered for its stream is a violation, and so
is one of a case at a stage where it cannot happen.
"""

REGISTERED, ACCEPTED, ASSIGNED, ACKNOWLEDGED = "REGISTERED", "ACCEPTED", "ASSIGNED", "ACKNOWLEDGED"
IN_PROGRESS, IN_MEDIATION, SUSPENDED = "IN_PROGRESS", "IN_MEDIATION", "SUSPENDED"
RESOLVED, COUNTY_REVIEW, CLOSED, MERGED = "RESOLVED", "COUNTY_REVIEW", "CLOSED", "MERGED"
REJECTED, TRANSFERRED_OUT, WITHDRAWN = "REJECTED", "TRANSFERRED_OUT", "WITHDRAWN"

HELD = [ASSIGNED, ACKNOWLEDGED, IN_PROGRESS, IN_MEDIATION]
#: From the acceptance to the result.
AT_WORK = [ACCEPTED, *HELD, SUSPENDED]
BEFORE_RESULT = [REGISTERED, *AT_WORK]
OPEN = [*BEFORE_RESULT, RESOLVED, COUNTY_REVIEW]
ANY = [*OPEN, CLOSED, REJECTED, TRANSFERRED_OUT, WITHDRAWN, MERGED]

#: Of a case: the stages in which each event may happen, and the stage after it (None: it stays, or the event itself tells).
CASE = {
    "CaseRegistered": (["NONE"], REGISTERED),
    "CaseAccepted": ([REGISTERED], ACCEPTED),
    "CaseRejected": ([REGISTERED], REJECTED),
    "CaseAssigned": ([ACCEPTED], ASSIGNED),
    "CaseReassigned": ([*HELD, SUSPENDED], ASSIGNED),
    "AssignmentRelaxed": ([ACCEPTED, *HELD, SUSPENDED], None),
    "AssignmentDeclined": ([ASSIGNED], ACCEPTED),
    "SubstituteMissing": ([*HELD, SUSPENDED], None),
    "CaseAcknowledged": ([ASSIGNED], ACKNOWLEDGED),
    "FirstResponseRecorded": ([ACKNOWLEDGED], IN_PROGRESS),
    "ProgressRecorded": ([IN_PROGRESS], None),
    "LimitExtended": ([*HELD, SUSPENDED], None),
    "CaseResolved": ([IN_PROGRESS], RESOLVED),
    "CaseClosed": ([RESOLVED, COUNTY_REVIEW], CLOSED),
    "CaseTransferredOut": (BEFORE_RESULT, TRANSFERRED_OUT),
    "TransferReceiptRecorded": ([TRANSFERRED_OUT], None),
    "CaseWithdrawn": (BEFORE_RESULT, WITHDRAWN),
    # risk, danger and police
    "RiskAssessed": (AT_WORK, None),
    "RiskChecked": (AT_WORK, None),
    "RiskCheckMissed": (AT_WORK, None),
    "RiskLowered": (AT_WORK, None),
    "RiskTold": ([*BEFORE_RESULT, RESOLVED], None),
    "PoliceReported": ([*BEFORE_RESULT, RESOLVED], None),
    "PoliceResultRecorded": (ANY, None),
    "FollowUpCaseOpened": ([*AT_WORK, RESOLVED, COUNTY_REVIEW, CLOSED, TRANSFERRED_OUT, WITHDRAWN], None),
    # the ladder; the receipt of a transfer is owed after the end
    "StepWarned": (OPEN, None),
    "StepOverdue": ([*OPEN, TRANSFERRED_OUT], None),
    "CaseEscalated": (OPEN, None),
    "SupervisionReminded": (OPEN, None),
    "EscalationActionTaken": ([*BEFORE_RESULT, RESOLVED], None),
    "DueTimeRecomputed": ([*OPEN, TRANSFERRED_OUT], None),
    # mediation and tiers
    "MediationRequested": ([IN_PROGRESS], IN_MEDIATION),
    "MediationBarred": ([IN_PROGRESS, IN_MEDIATION], None),
    "MediationConsented": ([*HELD, SUSPENDED], None),
    "MediatorAppointed": ([*HELD, SUSPENDED], None),
    "MediationConcluded": ([*BEFORE_RESULT, TRANSFERRED_OUT, WITHDRAWN], None),
    "ConsentReminded": ([*HELD, SUSPENDED], None),
    "TierRaised": ([ACCEPTED, *HELD], ACCEPTED),
    "TierRaiseObjected": ([ACCEPTED, *HELD, SUSPENDED], None),
    "NextTierOffered": (AT_WORK, None),
    "TierOfferAnswered": (AT_WORK, None),
    "TierOfferLapsed": (AT_WORK, None),
    "TierBudgetStretched": (AT_WORK, None),
    # standing still, merging
    "CaseSuspended": ([IN_PROGRESS, IN_MEDIATION], SUSPENDED),
    "CaseResumed": ([SUSPENDED], None),
    "CaseMerged": ([REGISTERED, ACCEPTED], MERGED),
    "MergeUndone": ([MERGED], None),
    "CaseAbsorbed": (BEFORE_RESULT, None),
    "AbsorptionUndone": (ANY, None),
    "AbsorptionDeclined": (ANY, None),
    "DuplicateJudged": (ANY, None),
    "JudgementNoted": (ANY, None),
    "PriorityRaised": (BEFORE_RESULT, None),
    # review
    "CaseReopened": ([RESOLVED, CLOSED, COUNTY_REVIEW], ACCEPTED),
    "OutsideLawMarked": ([RESOLVED], None),
    "OutsideLawDecided": ([RESOLVED], None),
    "CountyReviewAsked": ([CLOSED], None),
    "CountyReviewOpened": ([RESOLVED, CLOSED], COUNTY_REVIEW),
    "CountyReviewDecided": ([COUNTY_REVIEW], None),
    # petition: told of in writing, answered by one body after the other; taken back of free will only
    "AcceptanceNoticed": ([*AT_WORK, RESOLVED, CLOSED, REJECTED], None),
    "PetitionReplied": ([IN_PROGRESS, RESOLVED], None),
    "AnswerDelivered": ([RESOLVED], None),
    "ReExaminationRequested": ([RESOLVED], None),
    "ReExaminationAnswered": ([RESOLVED], None),
    "FinalReviewRequested": ([RESOLVED], None),
    "FinalReviewAnswered": ([RESOLVED], None),
    "PetitionFinalised": ([RESOLVED], None),
    "FinalPetitionLinked": ([REGISTERED], None),
    "WithdrawalRequested": (BEFORE_RESULT, None),
    "WithdrawalLapsed": (BEFORE_RESULT, None),
    # paperwork: suspended while papers are missing, handed over at the result, kept afterwards
    "AgencyEntrusted": (BEFORE_RESULT, None),
    "MissingMaterialsListed": (BEFORE_RESULT, None),
    "MaterialsCompleted": (BEFORE_RESULT, None),
    "MaterialsReminded": (BEFORE_RESULT, None),
    "AgencyReturned": ([*BEFORE_RESULT, RESOLVED, CLOSED], None),
    "AgencySubmitted": ([IN_PROGRESS], None),
    "AgencyResultReceived": ([IN_PROGRESS], None),
    "AgencyDelivered": ([IN_PROGRESS, RESOLVED], None),
    "AgencyArchived": ([RESOLVED, CLOSED], None),
    "SavingRecorded": ([RESOLVED, CLOSED], None),
    "OriginalMoved": (ANY, None),
    # who may know of it, who speaks for many
    "ConfidentialityRaised": (ANY, None),
    "NamedReaderAdded": (ANY, None),
    "NamedReaderRemoved": (ANY, None),
    "RecusalDeclared": (OPEN, None),
    "RepresentativesNamed": (BEFORE_RESULT, None),
}

#: Of every other stream, by how its name begins: all that may stand in it.
STREAMS = {
    "mediation-": {
        "MediationProposed", "PartyConsented", "PartyDeclined", "ConsentLapsed", "MediatorProposed", "MediatorAccepted",
        "MediatorRefused", "RightsInformed", "SessionScheduled", "SessionHeld", "MediationExtended", "ViolenceSignNoted",
        "RemediesInformed", "MediationFailed", "MediationTerminated", "OralAgreementReached", "AgreementDrafted",
        "AgreementSigned", "AgreementSealed", "AgreementEffective", "TermPerformed", "PerformanceUrged",
        "AgreementFulfilled", "AgreementBreached", "ConfirmationApplied", "ConfirmationReminded", "ConfirmationGranted",
        "ConfirmationRefused", "ConfirmationWindowClosed",
    },
    "review-": {"ReviewRequested", "ContactAttempted", "ReviewAnswered", "ReviewUnreachable", "LateReviewRecorded"},
    "cadre-": {
        "CadreRegistered", "PostingStarted", "PostingEnded", "CertificateIssued", "CertificateRenewed", "CertificateExpired",
        "CertificateRevoked", "KinDeclared", "AwaitingPostSet", "OnCallChanged", "LeaveRequested", "LeaveApproved",
        "LeaveBegun", "LeaveCancelled", "HandoverRequired", "HandoverSettled", "HandoverUnmet", "TaskHandedOver",
    },
    "duty-roster-": {
        "RosterPublished", "DutySwapped", "CheckedIn", "CheckedOut", "ServiceRecorded", "OnCallAnswered", "OnCallMissed",
        "RosterSettled",
    },
    "org-unit-": {"UnitCreated", "UnitClosed"},
    "service-commitment-": {"CommitmentPublished", "CommitmentWithdrawn"},
    "calendar-": {"CalendarYearPublished"},
    "policy-": {"PolicyChanged"},
    "training-need-": {"TrainingNeedOpened"},
    "supervision-order-": {"SupervisionOrderIssued", "SupervisionOrderAnswered", "SupervisionOrderLifted"},
    "oversight-": {"ClosureJudged", "ResidentsWordRecorded"},
    "sealed-reading-": {"SealedCaseRead"},
    "subject-": {"SubjectErased"},
    "notice-preferences-": {"NoticePreferencesChosen"},
}


def unknown(stream, kind):
    """Why an event may not stand in its stream; nothing where it may, or where the stream is known to nobody here."""
    if stream.startswith("case-"):
        return None if kind in CASE else f"{kind} is no event of a case"
    for beginning, kinds in STREAMS.items():
        if stream.startswith(beginning):
            return None if kind in kinds else f"{kind} is no event of {beginning}…"
    return None
