import { CURRENT_POLICY, type Text } from '#policy';

const text = (zh: string, en: string): Text => ({ zh, en });

/** Where a case stands; the English words are those of the code. */
const STAGES: Readonly<Record<string, string>> = {
  REGISTERED: '已登记',
  ACCEPTED: '已受理',
  ASSIGNED: '已派单',
  ACKNOWLEDGED: '已接单',
  IN_PROGRESS: '办理中',
  IN_MEDIATION: '调解中',
  SUSPENDED: '已中止',
  RESOLVED: '待评价',
  COUNTY_REVIEW: '县级复查',
  CLOSED: '已结案',
  REJECTED: '不予受理',
  TRANSFERRED_OUT: '已移送',
  WITHDRAWN: '已撤回',
  MERGED: '已并案',
};

const WORDS: Readonly<Record<string, Text>> = {
  AGREED: text('达成协议', 'agreed'),
  FAILED: text('调解不成', 'failed'),
  TERMINATED: text('中途终止', 'ended early'),
  DECLINED: text('有人不同意调解', 'declined'),
  ORAL: text('口头', 'oral'),
  WRITTEN: text('书面', 'written'),
  TierRaised: text('转到上一级', 'up a tier'),
  CaseSuspended: text('中止', 'suspended'),
  CaseMerged: text('并案', 'merged'),
  MergeUndone: text('撤销并案', 'un-merged'),
  FollowUpCaseOpened: text('另立事项', 'opened another case'),
  CaseReopened: text('重新办理', 'reopened'),
  CountyReviewOpened: text('县级复查', 'county review'),
  E1: text('催办', 'reminder'),
  E2: text('升级到分管领导', 'to the leader'),
  E3: text('督办', 'supervision'),
  accept: text('受理', 'accept'),
  assign: text('派单', 'assign'),
  ack: text('接单', 'acknowledge'),
  respond: text('首次响应', 'respond'),
  resolve: text('办结', 'resolve'),
  review: text('回访', 'review'),
  countyReview: text('县级复查', 'county review'),
  V: text('村', 'village'),
  T: text('乡镇', 'township'),
  K: text('县', 'county'),
};

/** A code of the log as people read it. */
export const wordOf = (code: string): Text => WORDS[code] ?? text(code, code);

export const stageWord = (stage: string): Text =>
  text(STAGES[stage] ?? stage, stage.toLowerCase().replaceAll('_', ' '));

export const closeOutcomeWord = (outcome: string): Text =>
  CURRENT_POLICY.choices.closeOutcomes[outcome]?.name ?? wordOf(outcome);

export const both = ({ zh, en }: Text): string => `${zh} ${en}`;
