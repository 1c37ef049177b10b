import { type ProblemTexts, text } from './problem-text.js';

/** Accounts, and people in the vault. */
export const peopleProblems = {
  PERSON_ERASED: {
    status: 410,
    title: text('该人员信息已按要求删除', 'This person was erased on request'),
    advice: text('请作为新的人员登记。', 'Register the person anew.'),
  },
  SUBJECT_ERASED: {
    status: 410,
    title: text('该事项内容已按要求删除', 'The content of this matter was erased on request'),
    advice: text('不能再添加内容。', 'Nothing can be added to it.'),
  },
  LOGIN_NAME_TAKEN: {
    status: 409,
    title: text('登录名已被使用', 'This login name is taken'),
    advice: text('请换一个登录名。', 'Choose another one.'),
  },
  LOGIN_NAME_INVALID: {
    status: 422,
    title: text('登录名格式不正确', 'This login name is not well formed'),
    advice: text(
      '请使用 3 至 64 位小写字母、数字、“.”、“-”或“_”。',
      'Use 3 to 64 lower-case letters, digits, ".", "-" or "_".',
    ),
  },
  PASSWORD_TOO_SHORT: {
    status: 422,
    title: text('密码过短', 'The password is too short'),
    detail: text('密码至少需要 {least} 个字符。', 'A password has at least {least} characters.'),
    advice: text('请使用更长的密码，例如一句好记的话。', 'Use a longer one, such as a sentence you remember.'),
    params: ['least'],
  },
  PASSWORD_TOO_LONG: {
    status: 422,
    title: text('密码过长', 'The password is too long'),
    advice: text('请使用较短的密码。', 'Use a shorter one.'),
  },
  ROLE_WITHOUT_ACCOUNT: {
    status: 422,
    title: text('该岗位不设登录账号', 'This role has no account'),
    advice: text('请选择工作人员的岗位。', 'Choose a role of the staff.'),
  },
  NO_SUCH_ACCOUNT: {
    status: 404,
    title: text('没有这个账号', 'There is no such account'),
    advice: text('请核对登录名。', 'Check the login name.'),
  },
} as const satisfies ProblemTexts;
