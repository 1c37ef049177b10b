#!/usr/bin/env python3
"""Proves that the checker can fail: damages copies of a sound data folder in known ways, each of which it must notice.

usage: damages.py DATA_FOLDER ACKNOWLEDGED.jsonl
Prints one line a damage; exit code 1 where one went unnoticed.
"""
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER, ACKNOWLEDGED = Path(sys.argv[1]), Path(sys.argv[2])
CHECKER = Path(__file__).with_name("checker.py")
REGISTRATION = "select max(position) from event where type = 'CaseRegistered'"
#: What is done to which file, and the check that must notice it.
DAMAGES = [
    ("an acknowledged event is gone", "log.db", f"delete from event where position = (select max(position) from event where type = 'CaseAcknowledged')", "lost"),
    ("a text of an event is changed", "log.db", f"update event set data = replace(data, '\"channel\"', '\"CHANNEL\"') where position = ({REGISTRATION})", "hash chain"),
    ("an event is dated back", "log.db", f"update event set recorded_at = 1 where position = ({REGISTRATION})", "recordedAt"),
    ("a revision is skipped", "log.db", f"update event set revision = revision + 100 where position = ({REGISTRATION})", "revisions"),
    ("a merge is known to one side only", "log.db", "delete from event where position = (select max(a.position) from event a where a.type = 'CaseAbsorbed' and exists (select 1 from event m join stream s on s.id = m.stream where m.type = 'CaseMerged' and s.name = 'case-' || json_extract(a.data, '$.source') and not exists (select 1 from event u where u.stream = m.stream and u.type = 'MergeUndone')))", "merges"),
    ("a case that was merged goes on elsewhere than it stood", "log.db", "update event set data = json_set(data, '$.stage', 'ASSIGNED') where position = (select max(position) from event where type = 'MergeUndone')", "transitions"),
    ("a case is resumed that never stood still", "log.db", "update event set type = 'ProgressRecorded' where position = (select max(s.position) from event s where s.type = 'CaseSuspended' and exists (select 1 from event r where r.stream = s.stream and r.type = 'CaseResumed'))", "transitions"),
    ("a case holds an event that nobody knows", "log.db", "update event set type = 'CaseForgotten' where position = (select max(position) from event where type = 'ProgressRecorded')", "vocabulary"),
    ("a risk is checked of a case that is over", "log.db", "update event set type = 'RiskChecked' where position = (select max(position) from event where type = 'CaseClosed')", "transitions"),
    ("a mediation is proposed that nobody asked for", "log.db", "update event set type = 'MediationProposed' where position = (select max(position) from event where type = 'ReviewRequested')", "mediations"),
    ("a case has not heard how its mediation ended", "log.db", "update event set type = 'ProgressRecorded' where position = (select max(position) from event where type = 'MediationConcluded')", "mediations"),
    ("an agreement stands of which nobody has talked", "log.db", "update event set type = 'RightsInformed' where type = 'SessionHeld' and stream = (select max(stream) from event where type = 'OralAgreementReached')", "mediations"),
    ("an agreement is broken of which nobody was urged", "log.db", "update event set type = 'AgreementBreached' where position = (select max(position) from event where type = 'AgreementFulfilled')", "follow-up"),
    ("a rung has fired twice", "log.db", "update event set type = 'CaseEscalated', data = (select json_object('level', 'E2', 'step', 'ack', 'round', 1, 'attempt', 1)), occurred_at = 1 where type in ('ProgressRecorded', 'FirstResponseRecorded') and stream = (select stream from event where type = 'ProgressRecorded' order by position desc limit 1)", "escalations"),
    ("the board shows another stage", "read.db", "update case_board set stage = 'WITHDRAWN' where case_id = (select min(case_id) from case_board)", "read model"),
    ("the board has lost a case", "read.db", "delete from case_board where case_id = (select min(case_id) from case_board)", "read model"),
    ("a cadre was not told of the case that he was given", "outbox.db", "delete from notice where id = (select min(id) from notice where text = 'case.assigned')", "outbox"),
    ("a notice tells of nothing that happened", "outbox.db", "update notice set event_id = 'never' where id = (select max(id) from notice)", "outbox"),
    ("a notice was repeated twice", "outbox.db", "update notice set repeats = 2 where id = (select max(id) from notice)", "outbox"),
    ("a workflow waits for no case of the log", "temporal/temporal.db", "update executions_visibility set workflow_id = 'case:nobody' where rowid = (select max(rowid) from executions_visibility where status = 1 and workflow_id like 'case:%')", "workflows"),
    ("an agreement that is to be performed is followed by nobody", "temporal/temporal.db", "update executions_visibility set status = 2 where rowid = (select min(rowid) from executions_visibility where status = 1 and workflow_id like 'followup:%')", "workflows"),
    ("a workflow of an open case is gone", "temporal/temporal.db", "update executions_visibility set status = 2 where rowid = (select min(rowid) from executions_visibility where status = 1 and workflow_id like 'case:%')", "workflows"),
]


def noticed(name, file, statement, check):
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary) / "data"
        shutil.copytree(FOLDER, copy)
        with sqlite3.connect(copy / file) as database:
            if file != "log.db":
                database.execute(f"attach '{copy / 'log.db'}' as log")
            if database.execute(statement).rowcount < 1:
                sys.exit(f"nothing to damage: {name}")
        checked = subprocess.run(
            [sys.executable, str(CHECKER), str(copy), str(ACKNOWLEDGED)], capture_output=True, text=True
        )
    found = checked.returncode == 1 and f"VIOLATED {check}:" in checked.stdout
    print(f"{'noticed' if found else 'UNNOTICED'}: {name}")
    return found


def main():
    results = [noticed(*damage) for damage in DAMAGES]
    print(f"the checker noticed {sum(results)} of {len(results)} damages")
    sys.exit(0 if all(results) else 1)


main()
