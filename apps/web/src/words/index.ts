import enBoards from './en/boards.json';
import enCase from './en/case.json';
import enCodes from './en/codes.json';
import enCommon from './en/common.json';
import enDeadline from './en/deadline.json';
import enForms from './en/forms.json';
import enInbox from './en/inbox.json';
import enMediation from './en/mediation.json';
import enMediationForms from './en/mediation-forms.json';
import enRegister from './en/register.json';
import enReview from './en/review.json';
import enTimeline from './en/timeline.json';
import zhBoards from './zh/boards.json';
import zhCase from './zh/case.json';
import zhCodes from './zh/codes.json';
import zhCommon from './zh/common.json';
import zhDeadline from './zh/deadline.json';
import zhForms from './zh/forms.json';
import zhInbox from './zh/inbox.json';
import zhMediation from './zh/mediation.json';
import zhMediationForms from './zh/mediation-forms.json';
import zhRegister from './zh/register.json';
import zhReview from './zh/review.json';
import zhTimeline from './zh/timeline.json';

export const zh = {
  ...{ ...zhCommon, ...zhCodes, ...zhBoards, case: zhCase, deadline: zhDeadline },
  ...{
    form: { ...zhForms, ...zhMediationForms },
    inbox: zhInbox,
    mediation: zhMediation,
    register: zhRegister,
    review: zhReview,
    timeline: zhTimeline,
  },
};

export const en: typeof zh = {
  ...{ ...enCommon, ...enCodes, ...enBoards, case: enCase, deadline: enDeadline },
  ...{
    form: { ...enForms, ...enMediationForms },
    inbox: enInbox,
    mediation: enMediation,
    register: enRegister,
    review: enReview,
    timeline: enTimeline,
  },
};
