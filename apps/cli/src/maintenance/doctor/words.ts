import type { Language } from '../../rehearsal/texts.js';

/** What was found, and what to do about it; `{name}` stands for a fact. */
interface Words {
  readonly says: string;
  readonly todo?: string;
}

const words = (zh: Words, en: Words): Readonly<Record<Language, Words>> => ({ zh, en });

/** Everything the doctor can say. */
export const WORDS = {
  NO_FOLDER: words(
    { says: '{folder} 不是工作站的数据目录。', todo: '用 --data 指定正确的目录。' },
    { says: '{folder} is no data folder of a station.', todo: 'Give the right one with --data.' },
  ),
  MARKER_DAMAGED: words(
    { says: '{file} 已损坏，无法确认目录由哪个版本写成。', todo: '从备份恢复该文件。' },
    { says: '{file} is damaged and does not say what wrote the folder.', todo: 'Put that file back from a backup.' },
  ),
  NEWER: words(
    { says: '{file} 由更新版本写成（{found}，本版本支持到 {known}）。', todo: '请升级民情后再使用。' },
    { says: '{file} was written by a newer version ({found}, this one knows {known}).', todo: 'Update Minqing.' },
  ),
  FILE_MISSING: words(
    { says: '缺少 {file}。', todo: '先不要启动工作站；从备份恢复整个目录。' },
    { says: '{file} is missing.', todo: 'Do not start the station; restore the whole folder from a backup.' },
  ),
  FILE_TO_BE_BUILT: words(
    { says: '缺少 {file}，但可由日志重建。', todo: '启动工作站即可自动重建。' },
    { says: '{file} is missing; it follows from the log.', todo: 'Start the station: it is built anew by itself.' },
  ),
  FILE_DAMAGED: words(
    { says: '{file} 已损坏：{reason}', todo: '停止工作站，从备份恢复整个目录。' },
    { says: '{file} is damaged: {reason}', todo: 'End the station and restore the whole folder from a backup.' },
  ),
  FOLLOWER_DAMAGED: words(
    { says: '{file} 已损坏：{reason}', todo: '停止工作站，删除该文件（可由日志重建），再启动。' },
    {
      says: '{file} is damaged: {reason}',
      todo: 'End the station, delete this file (it follows from the log) and start again.',
    },
  ),
  KEY_OPEN: words(
    { says: '{file} 可被他人读取（权限 {mode}）。', todo: '执行 chmod 600 {file}。' },
    { says: 'Others may read {file} (mode {mode}).', todo: 'Run chmod 600 {file}.' },
  ),
  FILES_WELL: words(
    { says: '文件齐全，版本相符，内容完好。' },
    { says: 'All files are there, of this version, and sound.' },
  ),
  LOG_BROKEN: words(
    {
      says: '日志有 {count} 处与自身不符，首处：{stream} 第 {revision} 版（{fault}）。',
      todo: '日志被改动或损坏：停止工作站，保留现场，从备份恢复，并告知审计人员。',
    },
    {
      says: 'The log contradicts itself in {count} places, first at {stream}, revision {revision} ({fault}).',
      todo: 'It was changed or damaged: end the station, keep the files as they are, restore a backup, tell the auditor.',
    },
  ),
  LOG_WELL: words(
    { says: '日志完整：{events} 条事件、{streams} 条事件流，哈希链逐条核对无误。' },
    { says: 'The log is whole: {events} events in {streams} streams, every hash checked.' },
  ),
  FOLLOWER_AHEAD: words(
    {
      says: '{name} 的进度（{position}）超过日志末尾（{head}）：日志可能被换成较早的备份。',
      todo: '启动工作站，它会从头重建；请核对丢失的时段。',
    },
    {
      says: '{name} stands at {position}, past the end of the log ({head}): the log may be an earlier backup.',
      todo: 'Start the station: it begins anew there. Find out which hours are lost.',
    },
  ),
  FOLLOWER_BEHIND: words(
    { says: '{name} 落后日志 {events} 条事件。', todo: '启动工作站后会自动追上。' },
    { says: '{name} is {events} events behind the log.', todo: 'It catches up once the station runs.' },
  ),
  FOLLOWER_STANDS: words(
    { says: '{name} 落后日志 {events} 条事件，且停滞不前。', todo: '查看 station.log，然后重启工作站。' },
    { says: '{name} is {events} events behind the log and does not move.', todo: 'Look into station.log and restart.' },
  ),
  QUARANTINED: words(
    {
      says: '{count} 条事件流在 {name} 中被隔离，页面显示旧内容：{streams}。',
      todo: '升级到已修复的版本；启动后会重新建立该列表。',
    },
    {
      says: '{count} streams are in quarantine in {name}, pages show old content: {streams}.',
      todo: 'Update to a version that can take them; that list is then built anew.',
    },
  ),
  FOLLOWERS_WELL: words(
    { says: '列表、反应与流程桥都已跟上日志。' },
    { says: 'Read models, reactions and bridge have come as far as the log.' },
  ),
  UNFOLDABLE: words(
    {
      says: '{count} 个流程无法由日志还原，其催办与升级暂停：{ids}。',
      todo: '升级到已修复的版本；在此之前请人工跟踪这些事项。',
    },
    {
      says: '{count} processes cannot be folded from the log, their orders stand still: {ids}.',
      todo: 'Update to a version that can; until then follow these cases by hand.',
    },
  ),
  OVERDUE: words(
    {
      says: '{count} 个到期节点没有留下事件，最早应于 {since}：{ids}。',
      todo: '用 --fix 通知所有流程；若仍不动，请重启工作站。',
    },
    {
      says: '{count} rungs are due and have left no event, the first since {since}: {ids}.',
      todo: 'Ring all processes with --fix; if nothing moves then, restart the station.',
    },
  ),
  OVERDUE_AT_REST: words(
    { says: '停机期间有 {count} 个节点到期，最早为 {since}。', todo: '启动工作站后按原到期时刻补发。' },
    {
      says: '{count} rungs came due while nobody works here, the first at {since}.',
      todo: 'They are issued once the station runs, with the instant they were due.',
    },
  ),
  PROCESSES_WELL: words(
    { says: '{open} 个未结流程均可由日志还原，没有漏发的节点。' },
    { says: '{open} open processes fold from the log, no rung is missed.' },
  ),
  REBUILDING: words(
    { says: '正在按日志重建等待流程：{rung}/{open}。' },
    { says: 'Workflows are being built anew from the log: {rung} of {open}.' },
  ),
  AT_WORK: words({ says: '一个程序正在使用此目录。' }, { says: 'A program is at work on this folder.' }),
  AT_REST: words(
    { says: '没有工作站使用此目录；未检查 Temporal。' },
    { says: 'No station works on this folder; Temporal was not asked.' },
  ),
  ORPHAN: words(
    { says: '遗留的 Temporal 服务（进程 {pid}）仍在运行。', todo: '下次启动工作站时会自动结束它。' },
    { says: 'A Temporal server is left behind (process {pid}).', todo: 'The next start ends it by itself.' },
  ),
  TEMPORAL_SILENT: words(
    {
      says: 'Temporal（{address}）无响应：{reason}。催办与升级推迟，其余照常。',
      todo: '工作站会自行重启它；持续不恢复时请查看 temporal/temporal.log。',
    },
    {
      says: 'Temporal does not answer at {address}: {reason}. Reminders and escalations wait, all else goes on.',
      todo: 'The station starts it again by itself; if it stays so, look into temporal/temporal.log.',
    },
  ),
  WORKFLOWS_MISSING: words(
    { says: '{count} 个未结流程没有等待者：{ids}。', todo: '五分钟内自动补上；用 --fix 可立即补上。' },
    {
      says: 'Nothing waits for {count} open processes: {ids}.',
      todo: 'Mended by itself within five minutes; at once with --fix.',
    },
  ),
  WORKFLOWS_EXTRA: words(
    { says: '{count} 个等待者没有对应的未结流程：{ids}。', todo: '十分钟内自动结束；若仍存在请查看 station.log。' },
    {
      says: '{count} workflows wait for no open process: {ids}.',
      todo: 'They are ended by themselves within ten minutes; if not, look into station.log.',
    },
  ),
  TEMPORAL_WELL: words(
    { says: 'Temporal 有响应，{running} 个流程在等待，与未结流程一致。' },
    { says: 'Temporal answers; {running} workflows wait, just those of the open processes.' },
  ),
  DISK_FULL: words(
    { says: '磁盘仅剩 {free} MiB。', todo: '清理空间；写满后无法受理，已确认的内容不会丢失。' },
    {
      says: 'Only {free} MiB are left on the disk.',
      todo: 'Make room; once it is full no command is taken (what was acknowledged stays).',
    },
  ),
  DISK_SHORT: words(
    { says: '磁盘剩余 {free} MiB。', todo: '请尽快清理空间。' },
    { says: '{free} MiB are left on the disk.', todo: 'Make room soon.' },
  ),
  CLOCK_BACK: words(
    {
      says: '时钟（{now}）早于日志最后一条事件（{last}）。',
      todo: '校准本机时钟；在此之前新事件沿用日志的最后时刻。',
    },
    {
      says: 'The clock ({now}) is behind the last event of the log ({last}).',
      todo: 'Set the clock of this machine; until it has caught up new events carry the last instant of the log.',
    },
  ),
  CLOCK_WRONG: words(
    { says: '时钟（{now}）明显有误。', todo: '校准本机时钟。' },
    { says: 'The clock ({now}) is plainly wrong.', todo: 'Set the clock of this machine.' },
  ),
  SURROUNDINGS_WELL: words(
    { says: '磁盘剩余 {free} MiB，时钟正常。' },
    { says: '{free} MiB are left on the disk, the clock is right.' },
  ),
  FIXED: words(
    { says: '第 {epoch} 纪元：将重新通知全部 {open} 个未结流程（运行中的工作站立即开始）。' },
    { says: 'Epoch {epoch}: all {open} open processes are rung anew (at once where a station runs).' },
  ),
  NOT_FIXED: words(
    { says: '没有做任何修改：文件或日志受损时，通知流程无济于事。' },
    { says: 'Nothing was done: while files or the log are damaged, ringing the processes mends nothing.' },
  ),
  ALL_WELL: words({ says: '一切正常。' }, { says: 'All is well.' }),
  NOT_WELL: words({ says: '发现 {count} 个问题。' }, { says: 'Found wrong: {count}.' }),
} as const;
