/**
 * What people are told, in Chinese. `{name:kind}` is filled when the text is read or sent; the kinds are those of
 * `render.ts`. Short sentences that need no explaining: a text message reaches people who have nobody to ask.
 */
export const zh = {
  'case.assigned': '{type:type}（{caseNo}）派给您办理，请在{due:time}前接单。',
  'case.assigned.noAck': '{type:type}（{caseNo}）派给您办理。',
  'case.coHandler': '请您协办{type:type}（{caseNo}），主办人是{handler:cadre}。',
  'case.takenOver': '{type:type}（{caseNo}）改由{handler:cadre}办理，您不用再办了。',
  'step.warned': '{type:type}（{caseNo}）快到时限：{step:step}，{due:time}前。',
  'step.overdue': '{type:type}（{caseNo}）超期了：{step:step}，时限是{due:time}。请马上办理。',
  'step.e2': '{type:type}（{caseNo}）超期升级到您：{step:step}。请在{actionDue:time}前换人、责令、宽限或认可理由。',
  'step.e2.noAction': '{type:type}（{caseNo}）超期升级到您：{step:step}。请过问。',
  'step.e3': '{type:type}（{caseNo}）进入督办：{step:step}，时限是{due:time}。',
  'step.reminded': '{type:type}（{caseNo}）督办后仍未完成：{step:step}。',
  'step.ordered': '领导责令您尽快办理：{type:type}（{caseNo}），{step:step}，时限是{due:time}。',
  'countyReview.opened': '{type:type}（{caseNo}）群众两次不满意，转县级复查，请在{due:time}前决定。',
  'risk.assessed': '{type:type}（{caseNo}）风险为{level:risk}，请马上过问。',
  'consent.reminded': '{type:type}（{caseNo}）还有当事人没有答复是否同意调解，请再联系。',
  'performance.urged': '{caseNo}的调解协议第{term}项到期没有履行，已催告。{due:time}前仍不履行就算违约，请再督促。',
  'confirmation.reminded': '{caseNo}的调解协议可以在{until:time}前共同向法院申请司法确认，请提醒双方。',
  'agreement.breached': '{caseNo}的调解协议没有按约履行，已算违约。请把后面可以走的路告诉当事人。',
  'certificate.expired': '您的技能证书“{skill:skill}”到期了，续证前不能再派这类事项。',
  'handover.required': '{absent:cadre}要请假，{caseNo}的调解请在{due:time}前另选各方接受的调解员。',
  'handover.unmet': '{absent:cadre}请假，{caseNo}的调解还没有人接手，请马上安排。',
  'substitute.missing': '{type:type}（{caseNo}）的承办人{from:cadre}请假，没有人可以接手，请您指定。',
  'roster.published': '{week}周的值班表出来了，有您的班，请查看。',
  'duty.given': '您{from:time}的班换给{other:cadre}了。',
  'duty.taken': '{other:cadre}{from:time}的班换给您了。',
  'leave.substitute': '{absent:cadre}{from:time}到{to:time}请假，由您顶岗。',

  'outside.confidential': '您有一件保密事项（{caseNo}）要处理，请登录民情系统查看。',
  'outside.sealed': '您有一件封存事项要处理，请登录民情系统查看。',
  'group.overdue': '{type:type}（{caseNo}）超期了：{step:step}，时限是{due:time}，请承办人马上办理。',
  'group.escalated': '{type:type}（{caseNo}）超期升级到领导：{step:step}，时限是{due:time}。',
  'group.risk': '{type:type}（{caseNo}）风险为{level:risk}，请有关人员马上过问。',
  'group.confidential': '有一件保密事项要马上处理，请有关人员登录民情系统查看。',
  'outside.digest': '今日提醒，共{n}条：',

  'resident.checkCode': '您的事项有新进展，请凭回执码查看。',
  'resident.registered': '您反映的{type:type}登记好了，编号{caseNo}。{due:time}前答复您是否受理。',
  'resident.accepted': '您反映的{type:type}（{caseNo}）受理了，{due:time}前办好。',
  'resident.accepted.noDue': '您反映的{type:type}（{caseNo}）受理了。',
  'resident.rejected':
    '您反映的{type:type}（{caseNo}）这里不能受理：{reason:rejectReason}。您可以：{reason:rejectRoute}。',
  'resident.assigned': '您反映的{type:type}（{caseNo}）由{handler:cadre}办理，电话{handler:phone}。',
  'resident.extended': '您反映的{type:type}（{caseNo}）需要多些时间，改为{due:time}前办好。',
  'resident.suspended': '您反映的{type:type}（{caseNo}）暂停办理：{reason:suspendReason}，预计到{until:time}。',
  'resident.tierRaised': '您反映的{type:type}（{caseNo}）转到{tier:tier}继续办理：{because:raiseReason}。',
  'resident.session': '{caseNo}的调解定在{startsAt:time}。调解自愿、免费，不想调解随时可以说。',
  'resident.rights': '{caseNo}的调解：自愿、平等、免费，随时可以停止，也可以去法院。',
  'resident.agreement': '{caseNo}的调解协议生效了，请按约履行。有问题请找调解员。',
  'resident.confirmationReminded': '{caseNo}的调解协议，双方可以在{until:time}前一起到法院申请司法确认，不收费。',
  'resident.performanceUrged': '按{caseNo}的调解协议，第{term}项该您履行了，请在{due:time}前做到。有困难请找调解员。',
  'resident.remedies': '{caseNo}：您还可以{routes:routes}。',
  'resident.review': '{caseNo}办完了，近几天会有人问您是否满意。怎么评价都不会影响您。',
} as const;

export type TextKey = keyof typeof zh;
