#!/usr/bin/env python3
"""Independent checker of a data folder at rest.

Shares no code with the product: reads the files alone and decides anew what must be true (docs/faults.md).
usage: checker.py DATA_FOLDER ACKNOWLEDGED.jsonl
Prints one line a check and the totals as JSON in the last line; exit code 1 where anything is violated.
"""
import hashlib
import json
import sqlite3
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.dont_write_bytecode = True
from vocabulary import CASE, unknown  # noqa: E402

FOLDER, ACKNOWLEDGED = Path(sys.argv[1]), Path(sys.argv[2])
LOAD_CAP, WEIGHT = 12, {"P1": 4, "P2": 3, "P3": 2, "P4": 1}
OVER = {"CLOSED", "REJECTED", "TRANSFERRED_OUT", "WITHDRAWN", "MERGED"}


def is_open(case):
    """Whoever handed a case on waits for the other body's receipt, or until he is asked why there is none."""
    return case["stage"] not in OVER or case["receipt"]


#: What must have been before each step of a mediation, and how each end of one is called in its case.
MEDIATION_STEPS = {
    "PartyConsented": "MediationProposed",
    "MediatorAccepted": "MediatorProposed",
    "SessionScheduled": "MediatorAccepted",
    "SessionHeld": "SessionScheduled",
    "OralAgreementReached": "SessionHeld",
    "AgreementDrafted": "SessionHeld",
    "AgreementSigned": "AgreementDrafted",
    "AgreementEffective": "AgreementSealed",
}
MEDIATION_ENDS = {
    "PartyDeclined": "DECLINED",
    "MediationFailed": "FAILED",
    "MediationTerminated": "TERMINATED",
    "OralAgreementReached": "AGREED",
    "AgreementEffective": "AGREED",
}
#: What must have been before each step of an agreement's follow-up.
FOLLOW_UP_STEPS = {
    "AgreementFulfilled": "TermPerformed",
    "AgreementBreached": "PerformanceUrged",
    "ConfirmationGranted": "ConfirmationApplied",
    "ConfirmationRefused": "ConfirmationApplied",
}
#: What a run is to have brought about, by event.
TOOK_PLACE = {
    "mediations": "MediationProposed",
    "sessions": "SessionHeld",
    "oral agreements": "OralAgreementReached",
    "written agreements": "AgreementEffective",
    "terms performed": "TermPerformed",
    "failed": "MediationFailed",
    "terminated": "MediationTerminated",
    "declined": "PartyDeclined",
    "tiers raised": "TierRaised",
    "merges": "CaseMerged",
    "un-merges": "MergeUndone",
    "suspensions": "CaseSuspended",
    "resumptions": "CaseResumed",
    "reassignments": "CaseReassigned",
}

violations = defaultdict(list)


def violated(check, what):
    violations[check].append(what)


def database(path):
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)


def read_log():
    rows = database(FOLDER / "log.db").execute(
        "select position, stream, revision, event_id, type, occurred_at, recorded_at, metadata, data, hash"
        " from log order by position"
    )
    names = ("position", "stream", "revision", "event_id", "type", "occurred_at", "recorded_at", "metadata", "data", "hash")
    return [dict(zip(names, row)) for row in rows]


def check_chains(events):
    """Revisions 0..n without a fork, each event hashed over its predecessor, recordedAt never back."""
    last, recorded = {}, 0
    for event in events:
        stream, revision = event["stream"], event["revision"]
        expected, previous = last.get(stream, (-1, ""))
        if revision != expected + 1:
            violated("revisions", f"{stream}@{revision} after {expected}")
        envelope = json.dumps(
            [stream, revision, event["type"], event["occurred_at"], event["recorded_at"]],
            ensure_ascii=False,
            separators=(",", ":"),
        )
        text = "\n".join([previous, envelope, event["metadata"], event["data"]])
        if hashlib.sha256(text.encode()).hexdigest() != event["hash"]:
            violated("hash chain", f"{stream}@{revision}")
        if event["recorded_at"] < recorded:
            violated("recordedAt", f"{stream}@{revision}")
        recorded = event["recorded_at"]
        last[stream] = (revision, event["hash"])


def check_ids(events):
    for event_id, times in Counter(event["event_id"] for event in events).items():
        if times > 1:
            violated("event ids", event_id)
    streams = defaultdict(set)
    revisions = defaultdict(list)
    for event in events:
        command = json.loads(event["metadata"])["commandId"]
        streams[command].add(event["stream"])
        revisions[(command, event["stream"])].append(event["revision"])
    for command, found in streams.items():
        if len(found) > 1:
            violated("commands", f"{command} stands in {sorted(found)}")
    for (command, stream), found in revisions.items():
        if found != list(range(found[0], found[0] + len(found))):
            violated("commands", f"{command} stands twice in {stream}: {found}")


def check_vocabulary(events):
    """Nothing stands in a stream but what is entered for it: a new event is judged before it is believed."""
    for event in events:
        wrong = unknown(event["stream"], event["type"])
        if wrong:
            violated("vocabulary", f"{wrong}, in {event['stream']}@{event['revision']}")


def fold_cases(events):
    """The cases as their events tell them, in this program's own words."""
    cases = {}
    load = Counter()
    for event in events:
        if not event["stream"].startswith("case-"):
            continue
        case_id, kind, data = event["stream"][5:], event["type"], json.loads(event["data"])
        case = cases.setdefault(
            case_id,
            {"stage": "NONE", "handler": None, "round": 1, "outcome": None, "fired": set(), "before": None,
             "mediation": False, "receipt": False, "into": None, "absorbed": set(), "declined": set()},
        )
        case["revision"] = event["revision"]
        allowed, after = CASE.get(kind, ((), None))
        if kind in CASE and case["stage"] not in allowed:
            violated("transitions", f"{kind} at {case['stage']} in {case_id}")
        if kind == "CaseRegistered":
            case.update(weight=WEIGHT[data["priority"]], number=data["caseNo"])
        if case["handler"] and kind in ("CaseReassigned", "AssignmentDeclined", "CaseResolved", "CaseClosed", "CaseWithdrawn", "CaseTransferredOut", "TierRaised"):
            if case.get("carried"):
                load[case["handler"]] -= case["weight"]
            case["carried"] = False
            if kind in ("AssignmentDeclined", "TierRaised"):
                case["handler"] = None
        if kind in ("CaseAssigned", "CaseReassigned"):
            case["handler"], case["carried"] = data["handler"], True
            load[data["handler"]] += case["weight"]
            relaxed = data["decision"].get("relaxed") in ("R4", "R5")
            if load[data["handler"]] > LOAD_CAP and not relaxed:
                violated("load cap", f"{data['handler']} carries {load[data['handler']]} at {case_id}")
        if kind == "CaseAcknowledged" and data["resumed"]:
            after = "IN_MEDIATION" if case["mediation"] else "IN_PROGRESS"
        if kind in ("MediationRequested", "MediationConcluded"):
            case["mediation"] = kind == "MediationRequested"
        if kind == "MediationConcluded" and case["stage"] == "IN_MEDIATION":
            after = "IN_PROGRESS"
        if kind in ("CaseSuspended", "CaseMerged"):
            case["before"] = case["stage"]
        if kind == "CaseReassigned" and case["stage"] == "SUSPENDED":
            case["before"], after = "ASSIGNED", "SUSPENDED"
        if kind in ("CaseResumed", "MergeUndone"):
            after = case["before"]
        if kind == "MergeUndone" and data["stage"] != case["before"]:
            violated("transitions", f"{case_id} was merged at {case['before']} and goes on at {data['stage']}")
        if kind in ("CaseMerged", "MergeUndone"):
            case["into"] = data["into"] if kind == "CaseMerged" else None
        if kind == "CaseTransferredOut":
            case["receipt"] = bool(data.get("clocks"))
        if kind == "TransferReceiptRecorded" or (kind == "StepOverdue" and data["step"] == "transferReceipt"):
            case["receipt"] = False
        if kind == "CaseAbsorbed":
            case["absorbed"].add(data["source"])
        if kind == "AbsorptionUndone":
            case["absorbed"].discard(data["source"])
        if kind == "AbsorptionDeclined":
            case["declined"].add(data["source"])
        if kind == "CaseReopened":
            case.update(round=data["round"], handler=None)
        if kind in ("CaseResolved", "CaseClosed"):
            case["outcome"] = data["outcome"]
        if kind in ("StepWarned", "StepOverdue", "CaseEscalated"):
            rung = (kind, data.get("level"), data["step"], data["round"], data["attempt"], event["occurred_at"])
            if rung in case["fired"]:
                violated("escalations", f"{rung} twice in {case_id}")
            case["fired"].add(rung)
        if after:
            case["stage"] = after
    for number, times in Counter(case["number"] for case in cases.values()).items():
        if times > 1:
            violated("case numbers", number)
    return cases


def check_merges(cases):
    """Both cases of a merge tell the same: the one that goes on holds just those that stand merged into it."""
    for case_id, case in cases.items():
        into = case["into"]
        if into is not None and case_id not in cases.get(into, {"absorbed": ()})["absorbed"]:
            violated("merges", f"{case_id} is merged into {into}, which does not know of it")
        for source in case["absorbed"]:
            if cases.get(source, {"into": None})["into"] != case_id:
                violated("merges", f"{case_id} holds {source}, which goes on by itself")


def check_mediations(events):
    """Each mediation that a case asked for is proposed once in a stream of its own, and none besides; both tell the same of its end."""
    asked = {json.loads(e["data"])["mediationId"] for e in events if e["type"] == "MediationRequested"}
    proposed = Counter(e["stream"][len("mediation-"):] for e in events if e["type"] == "MediationProposed")
    for mediation in asked - proposed.keys():
        violated("mediations", f"{mediation} was asked for and never proposed")
    for mediation, times in proposed.items():
        if mediation not in asked or times > 1:
            violated("mediations", f"{mediation} is proposed {times} times, asked for: {mediation in asked}")
    seen, ended, concluded = defaultdict(set), defaultdict(list), defaultdict(list)
    for event in events:
        kind = event["type"]
        if kind == "MediationConcluded":
            data = json.loads(event["data"])
            concluded[data["mediationId"]].append(data["outcome"])
        if not event["stream"].startswith("mediation-"):
            continue
        mediation = event["stream"][len("mediation-"):]
        if kind in MEDIATION_STEPS and MEDIATION_STEPS[kind] not in seen[mediation]:
            violated("mediations", f"{kind} without {MEDIATION_STEPS[kind]} in {mediation}")
        seen[mediation].add(kind)
        if kind in MEDIATION_ENDS:
            ended[mediation].append(MEDIATION_ENDS[kind])
    for mediation in ended.keys() | concluded.keys():
        if len(ended[mediation]) != 1 or ended[mediation] != concluded[mediation]:
            violated("mediations", f"{mediation} ended {ended[mediation]}, its case heard {concluded[mediation]}")


def fold_agreements(events):
    """The agreements as their events tell them, and which of them are still waited upon."""
    agreements = {}
    for event in events:
        if not event["stream"].startswith("mediation-"):
            continue
        mediation, kind, data = event["stream"][len("mediation-"):], event["type"], json.loads(event["data"])
        if kind in ("OralAgreementReached", "AgreementEffective"):
            agreements[mediation] = {
                "terms": {check["term"]: "AWAITED" for check in data["followUp"]["checks"]},
                "window": "confirmation" in data["followUp"],
                "outcome": None,
                "seen": Counter(),
            }
        agreement = agreements.get(mediation)
        if agreement is None:
            continue
        before = FOLLOW_UP_STEPS.get(kind)
        if before and not agreement["seen"][before]:
            violated("follow-up", f"{kind} without {before} in {mediation}")
        agreement["seen"][kind] += 1
        terms = agreement["terms"]
        if kind == "PerformanceUrged":
            if terms[data["term"]] != "AWAITED":
                violated("follow-up", f"term {data['term']} of {mediation} is urged when {terms[data['term']]}")
            terms[data["term"]] = "URGED"
        if kind == "TermPerformed":
            if terms[data["term"]] == "PERFORMED":
                violated("follow-up", f"term {data['term']} of {mediation} is performed twice")
            terms[data["term"]] = "PERFORMED"
        if kind in ("AgreementFulfilled", "AgreementBreached"):
            if agreement["outcome"] is not None:
                violated("follow-up", f"{mediation} was {agreement['outcome']}, then {kind}")
            agreement["outcome"] = kind
        if kind in ("ConfirmationApplied", "ConfirmationWindowClosed"):
            agreement["window"] = False
    for mediation, agreement in agreements.items():
        outcome, terms = agreement["outcome"], agreement["terms"]
        performed = bool(terms) and all(stage == "PERFORMED" for stage in terms.values())
        if outcome != "AgreementBreached" and performed != (outcome == "AgreementFulfilled"):
            violated("follow-up", f"{mediation}: {outcome}, terms {terms}")
        awaited = outcome is None and bool(terms)
        agreement["open"] = outcome != "AgreementFulfilled" and (awaited or agreement["window"])
    return agreements


def check_acknowledged(events, cases):
    """What a client was told stands in the log, once; what it was told of twice under one key is one thing."""
    command_at = {(e["stream"], e["revision"]): json.loads(e["metadata"])["commandId"] for e in events}
    by_command = defaultdict(dict)
    for event in events:
        here = (event["stream"], event["revision"])
        by_command[command_at[here]][here] = event["type"]
    by_key, told = {}, 0
    for line in ACKNOWLEDGED.read_text().splitlines():
        ack = json.loads(line)
        told += 1
        here = (ack["stream"], ack["revision"])
        written = by_command[command_at.get(here)]
        if here not in written:
            violated("lost", f"{ack['what']} of {here}")
        elif here != max(written) or ack["event"] not in written.values():
            violated("lost", f"{here} ends {[*written.values()]}, {ack['event']} was acknowledged")
        if by_key.setdefault(ack["key"], here) != here:
            violated("doubled", f"{ack['key']}: {by_key[ack['key']]} and {here}")
    progress = Counter(event["stream"] for event in events if event["type"] == "ProgressRecorded")
    sent = Counter(stream for key, (stream, _) in by_key.items() if key.endswith("-progress"))
    for stream, times in progress.items():
        if sent[stream] and times != sent[stream]:
            violated("doubled", f"{times} notes in {stream}, {sent[stream]} were sent")
    registered = {stream for stream, revision in by_key.values() if revision == 0 and stream.startswith("case-")}
    unknown = {f"case-{case_id}" for case_id in cases} - registered
    if unknown:
        violated("doubled", f"{len(unknown)} cases that nobody was told of, though every client waited for its answer")
    return told


def check_read_model(events, cases):
    board = database(FOLDER / "read.db")
    checkpoint = board.execute("select position from checkpoints where projection = 'case-board'").fetchone()
    if not checkpoint or int(checkpoint[0]) < events[-1]["position"]:
        violated("read model", f"case-board stands at {checkpoint}, the log at {events[-1]['position']}")
    stage = "case when suspended then 'SUSPENDED' when mediating and stage = 'IN_PROGRESS' then 'IN_MEDIATION' else stage end"
    rows = {row[0]: row[1:] for row in board.execute(f"select case_id, {stage}, handler, round, outcome, revision from case_board")}
    for case_id, case in cases.items():
        told = (case["stage"], case["handler"], case["round"], case["outcome"], case["revision"])
        if rows.get(case_id) != told:
            violated("read model", f"{case_id}: the log says {told}, the board {rows.get(case_id)}")
    for case_id in rows.keys() - cases.keys():
        violated("read model", f"{case_id} is not in the log")
    quarantined = board.execute("select count(*) from quarantine").fetchone()[0]
    if quarantined:
        violated("read model", f"{quarantined} streams in quarantine")


def check_outbox(events):
    """Everything that happened is read; each notice stands once, tells of an event of the log, and is not under way any more."""
    outbox = database(FOLDER / "outbox.db")
    checkpoint = outbox.execute("select value from fact where name = 'checkpoint'").fetchone()
    if not checkpoint or int(checkpoint[0]) < events[-1]["position"]:
        violated("outbox", f"it stands at {checkpoint}, the log at {events[-1]['position']}")
    rows = outbox.execute("select event_id, recipient, channel, begun_at, repeats from notice").fetchall()
    known = {event["event_id"] for event in events}
    for key, times in Counter(row[:3] for row in rows).items():
        if times > 1:
            violated("outbox", f"{key} stands {times} times")
        if key[0] not in known:
            violated("outbox", f"{key} tells of no event of the log")
    for *key, begun_at, repeats in rows:
        if begun_at is not None or repeats > 1:
            violated("outbox", f"{key} begun at {begun_at}, repeated {repeats} times")
    told = {row[:3] for row in rows}
    for event in events:
        data = json.loads(event["data"]) if event["type"] in ("CaseAssigned", "CaseReassigned") else None
        if data and (event["event_id"], f"cadre:{data['handler']}", "INBOX") not in told:
            violated("outbox", f"{data['handler']} was not told of {event['stream']}@{event['revision']}")
    for stream, reason in outbox.execute("select stream, reason from untold"):
        violated("outbox", f"{stream} could not be told: {reason}")


def fold_rosters(events):
    """The weeks of duty that were published, and whether each is still to be settled."""
    rosters = {}
    for event in events:
        if not event["stream"].startswith("duty-roster-"):
            continue
        place, week = event["stream"][len("duty-roster-"):].split("-", 1)
        if event["type"] == "RosterPublished":
            rosters[f"roster:{place}-{week}"] = True
        if event["type"] == "RosterSettled":
            rosters[f"roster:{place}-{week}"] = False
    return rosters


def check_workflows(cases, agreements, rosters):
    """One running workflow for each open case, agreement still waited upon and week not settled, none for the others."""
    temporal = database(FOLDER / "temporal" / "temporal.db")
    running = Counter(
        row[0] for row in temporal.execute("select workflow_id from executions_visibility where status = 1")
    )
    wanted = {f"case:{case_id}": is_open(case) for case_id, case in cases.items()}
    wanted |= {f"followup:{mediation}": agreement["open"] for mediation, agreement in agreements.items()}
    wanted |= rosters
    for process, goes_on in wanted.items():
        found = running.pop(process, 0)
        if found != (1 if goes_on else 0):
            violated("workflows", f"{process} ({'open' if goes_on else 'over'}) has {found} running workflows")
    for workflow in running:
        if not workflow.startswith("temporal-sys-"):
            violated("workflows", f"{workflow} runs for no process of the log")


def check_secrets():
    """What the clients gave as names, phones and free text is nowhere in plain text."""
    secrets = [text.encode() for text in ("金丝雀某", "000-7357-", "金丝雀的话")]
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            for secret in secrets:
                if secret in content:
                    violated("plain text", f"{secret.decode()} in {path.relative_to(FOLDER)}")


def main():
    events = read_log()
    check_chains(events)
    check_ids(events)
    check_vocabulary(events)
    cases = fold_cases(events)
    check_merges(cases)
    check_mediations(events)
    told = check_acknowledged(events, cases)
    check_read_model(events, cases)
    check_workflows(cases, fold_agreements(events), fold_rosters(events))
    check_outbox(events)
    check_secrets()
    for check, found in violations.items():
        for what in found[:10]:
            print(f"VIOLATED {check}: {what}")
        if len(found) > 10:
            print(f"VIOLATED {check}: … and {len(found) - 10} more")
    total = sum(len(found) for found in violations.values())
    happened = Counter(event["type"] for event in events)
    open_cases = sum(is_open(case) for case in cases.values())
    print(
        json.dumps(
            {
                "events": len(events),
                "cases": len(cases),
                "open": open_cases,
                "acknowledged": told,
                "lost": len(violations["lost"]),
                "doubled": len(violations["doubled"]),
                "violations": total,
                "tookPlace": {name: happened[kind] for name, kind in TOOK_PLACE.items()},
            }
        )
    )
    sys.exit(1 if total else 0)


main()
