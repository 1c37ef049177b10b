import { type ProblemTexts, text } from './problem-text.js';

const resend = text('请检查填写内容后重新提交。', 'Check what was filled in and send it again.');
const developers = text(
  '请联系系统维护人员，并告知请求编号。',
  'Tell the people who run the system, with the number of the request.',
);

/** Requests that never reach a rule of the domain. */
export const transportProblems = {
  VALIDATION_FAILED: {
    status: 400,
    title: text('填写内容有误', 'Some fields are not filled in correctly'),
    advice: text('请按各项提示修改后重新提交。', 'Correct the fields named below and send again.'),
  },
  MALFORMED_BODY: {
    status: 400,
    title: text('请求内容不是有效的 JSON', 'The body is not valid JSON'),
    advice: resend,
  },
  BODY_TOO_DEEP: { status: 400, title: text('请求内容嵌套过深', 'The body is nested too deeply'), advice: resend },
  TEXT_NOT_UNICODE: {
    status: 400,
    title: text('文字中含有无法保存的字符', 'The text holds a character that cannot be kept'),
    advice: text('请删除显示异常的字符后重新提交。', 'Take out what looks broken and send again.'),
  },
  BAD_REQUEST: { status: 400, title: text('请求无法理解', 'The request cannot be understood'), advice: resend },
  CURSOR_INVALID: {
    status: 400,
    title: text('翻页标记无效', 'The page cursor is not valid'),
    advice: text('请从第一页重新查询。', 'Start again from the first page.'),
  },
  IDEMPOTENCY_KEY_MISSING: {
    status: 400,
    title: text('缺少 Idempotency-Key 请求头', 'The header Idempotency-Key is missing'),
    advice: text(
      '打开表单时生成一个随机编号，随命令发送；重试时使用同一编号。',
      'Make a random key when the form opens and send it with the command; use the same key for a retry.',
    ),
  },
  IDEMPOTENCY_KEY_INVALID: {
    status: 400,
    title: text('Idempotency-Key 格式不正确', 'The header Idempotency-Key is not well formed'),
    advice: text(
      '请使用 16 至 128 位的字母、数字、“-”或“_”，例如 UUID。',
      'Use 16 to 128 letters, digits, "-" or "_", such as a UUID.',
    ),
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: text('该提交编号已用于另一项内容', 'This key was already used for something else'),
    advice: text('请重新打开表单后再提交。', 'Open the form anew and send it with a new key.'),
  },
  IF_MATCH_MISSING: {
    status: 428,
    title: text('缺少 If-Match 请求头', 'The header If-Match is missing'),
    advice: text(
      '请先读取该事项，并随命令带回其 ETag，例如 If-Match: "12"。',
      'Read the matter first and send back its ETag with the command, such as If-Match: "12".',
    ),
  },
  IF_MATCH_INVALID: {
    status: 400,
    title: text('If-Match 格式不正确', 'The header If-Match is not well formed'),
    advice: text(
      '请带回一个 ETag，例如 If-Match: "12"；不接受“*”和弱标记。',
      'Send back one ETag such as If-Match: "12"; "*" and weak tags are not taken.',
    ),
  },
  REVISION_CHANGED: {
    status: 412,
    title: text('该事项已被他人更改', 'Somebody else has changed this meanwhile'),
    advice: text(
      '请查看最新内容后再提交；您填写的内容仍保留。',
      'Look at the newest state and send again; what you wrote is kept.',
    ),
    params: ['revision'],
  },
  CONCURRENT_CHANGES: {
    status: 409,
    title: text('多人同时更改同一事项', 'Several people are changing this at the same time'),
    advice: text('请稍候用同一编号重试。', 'Try again in a moment with the same key.'),
  },
  NOT_FOUND: {
    status: 404,
    title: text('没有找到，或您无权查看', 'Not found, or not for you to see'),
    advice: text(
      '请核对编号；如确需查看，请联系本中心主任。',
      'Check the number; if you need it, ask the director of your centre.',
    ),
  },
  NO_SUCH_ROUTE: {
    status: 404,
    title: text('没有这个地址', 'There is nothing at this address'),
    advice: text('请核对地址；接口说明见 /api/docs。', 'Check the address; the interface is described at /api/docs.'),
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: text('该地址不接受这种请求方法', 'This address does not take that method'),
    detail: text('可用的方法：{allow}。', 'It takes: {allow}.'),
    advice: text(
      '请改用允许的方法；接口说明见 /api/docs。',
      'Use one of them; the interface is described at /api/docs.',
    ),
    params: ['allow'],
  },
  BODY_TOO_LARGE: {
    status: 413,
    title: text('提交内容过大', 'The body is too large'),
    advice: text('请缩短内容或分次提交。', 'Shorten it, or send it in parts.'),
  },
  MEDIA_TYPE_UNSUPPORTED: {
    status: 415,
    title: text('不支持的内容类型', 'This content type is not taken'),
    advice: text('请以 application/json 提交。', 'Send application/json.'),
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    title: text('请求过于频繁', 'Too many requests'),
    advice: text('请稍候再试。', 'Wait a moment and try again.'),
  },
  NOT_LOGGED_IN: {
    status: 401,
    title: text('尚未登录，或登录已过期', 'You are not logged in, or the login has run out'),
    advice: text('请登录后重试；您填写的内容仍保留。', 'Log in and try again; what you wrote is kept.'),
  },
  LOGIN_FAILED: {
    status: 401,
    title: text('登录名或密码不正确', 'Login name or password is not right'),
    advice: text(
      '请核对后重试；忘记密码请联系管理员。',
      'Check and try again; if you forgot it, ask the administrator.',
    ),
  },
  LOGIN_DELAYED: {
    status: 429,
    title: text('登录失败次数较多，请稍候', 'Too many failed logins; please wait'),
    detail: text('请在 {seconds} 秒后再试。', 'Try again in {seconds} seconds.'),
    advice: text('等待时间过后再试；账号不会被锁定。', 'Wait and try again; the account is not locked.'),
    params: ['seconds'],
  },
  NOT_ALLOWED: {
    status: 403,
    title: text('您的岗位不能办理此操作', 'Your post may not do this'),
    advice: text('请交由有权限的人员办理。', 'Hand it to somebody whose post may.'),
  },
  ORIGIN_REFUSED: {
    status: 403,
    title: text('请求来源不可信', 'The request does not come from our own pages'),
    advice: text(
      '请在本系统页面内操作；程序调用请带请求头 X-Minqing-Client。',
      'Act from the pages of this system; programs send the header X-Minqing-Client.',
    ),
  },
  UNAVAILABLE: {
    status: 503,
    title: text('系统暂时无法保存', 'Nothing can be saved just now'),
    advice: text(
      '请稍候用同一编号重试；已确认的内容不会丢失。',
      'Try again in a moment with the same key; nothing confirmed is lost.',
    ),
  },
  CONTENT_UNREADABLE: {
    status: 500,
    title: text('加密内容无法解读', 'Sealed content cannot be opened'),
    advice: developers,
  },
  CONTENT_ERASED: {
    status: 410,
    title: text('内容已按要求删除', 'The content was erased on request'),
    advice: text('内容无法恢复。', 'It cannot be brought back.'),
  },
  CLOCK_AHEAD: {
    status: 409,
    title: text('演练时钟快于实际时间', 'The clock of the rehearsal is ahead of the time of day'),
    advice: text('请等到该时间之后再恢复实时运行。', 'Let it go once that time has come.'),
  },
  CLOCK_RELEASED: {
    status: 409,
    title: text('演练已结束，时钟已按实际时间运行', 'The rehearsal is over: the clock goes by itself'),
    advice: text(
      '不能再拨动时钟；需要演练时请另开数据目录。',
      'It can be moved no more. Rehearse in another data folder.',
    ),
  },
  INTERNAL: { status: 500, title: text('系统内部错误', 'Something went wrong inside'), advice: developers },
} as const satisfies ProblemTexts;
