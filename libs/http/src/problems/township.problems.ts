import { type ProblemTexts, text } from './problem-text.js';

const correct = text('请更正后重新提交。', 'Correct it and send again.');

/** The tree of units and places. */
export const townshipProblems = {
  UNIT_MAKES_NO_PROMISE: {
    status: 409,
    title: text('该单位不能公布服务承诺', 'This unit publishes no commitments'),
    advice: text('由乡镇或县公布。', 'A township or the county does.'),
  },
  STEP_WITHOUT_LIMIT: {
    status: 422,
    title: text('该环节没有时限', 'The step has no limit'),
    advice: text('请选择有时限的环节。', 'Choose a step that has one.'),
    params: ['step', 'typeCode'],
  },
  PROMISE_INVALID: {
    status: 422,
    title: text('承诺时限不正确', 'The promised limit is not right'),
    advice: text('请填写大于零的时限，天数须为整数。', 'It is more than nothing, and days are whole.'),
  },
  PROMISE_LONGER_THAN_LIMIT: {
    status: 422,
    title: text('承诺时限不得长于规定时限', 'A promise is never longer than the limit'),
    detail: text('规定时限为 {n} {unit}，须用同一单位。', 'The limit is {n} {unit}; the promise is in the same unit.'),
    advice: text('请缩短承诺时限。', 'Promise a shorter one.'),
    params: ['n', 'unit'],
  },
  CONTACT_MISSING: {
    status: 422,
    title: text('没有填写联系方式', 'The contact is missing'),
    advice: text('请填写办公电话或地点。', 'Name the number or the place of the office.'),
  },
  UNIT_UNKNOWN: {
    status: 404,
    title: text('没有这个单位', 'There is no such unit'),
    advice: text('请核对编号。', 'Check the number.'),
  },
  UNIT_EXISTS: {
    status: 409,
    title: text('该单位已存在', 'This unit is already there'),
    advice: text('请刷新查看。', 'Reload and look.'),
    params: ['unitId'],
  },
  UNIT_ID_INVALID: { status: 422, title: text('单位编号不正确', 'The id of the unit is not right'), advice: correct },
  UNIT_HAS_CHILDREN: {
    status: 409,
    title: text('该单位还有下级单位', 'The unit still has units below it'),
    advice: text('请先撤销下级单位。', 'Close those first.'),
    params: ['children'],
  },
  NAME_MISSING: { status: 422, title: text('没有填写名称', 'The name is missing'), advice: correct },
  PARENT_MISSING: { status: 422, title: text('没有填写上级单位', 'The unit above is missing'), advice: correct },
  PARENT_NOT_ACTIVE: {
    status: 409,
    title: text('上级单位不存在或已撤销', 'The unit above is not active'),
    advice: text('请先设立上级单位。', 'Create it first.'),
    params: ['parentId'],
  },
  PARENT_OF_WRONG_KIND: {
    status: 422,
    title: text('上级单位类别不符', 'The unit above is of the wrong kind'),
    advice: correct,
    params: ['expected', 'actual'],
  },
  COUNTY_HAS_NO_PARENT: {
    status: 422,
    title: text('县没有上级单位', 'A county has no unit above it'),
    advice: correct,
  },
  COUNTY_STAYS: {
    status: 409,
    title: text('县不能撤销', 'A county is never closed'),
    advice: text('无需办理。', 'Leave it.'),
  },
  CENTRE_ALWAYS_EXISTS: {
    status: 409,
    title: text('该中心必须设置', 'This centre always exists'),
    advice: text('不能撤销。', 'It cannot be closed.'),
    params: ['centre'],
  },
  CENTRE_NOT_OF_CLASS: {
    status: 422,
    title: text('该类乡镇不设此中心', 'A township of this class has no such centre'),
    advice: text('其职能由其他中心承担。', 'Another centre has its functions.'),
    params: ['centre', 'townshipClass'],
  },
  VILLAGE_COUNT_INVALID: {
    status: 422,
    title: text('村数不正确', 'The number of villages is not right'),
    advice: correct,
  },
  VILLAGE_NUMBER_INVALID: {
    status: 422,
    title: text('村序号不正确', 'The number of the village is not right'),
    detail: text('须在 {from} 至 {to} 之间。', 'It lies between {from} and {to}.'),
    advice: correct,
    params: ['from', 'to'],
  },
  VILLAGE_OF_OTHER_TOWNSHIP: {
    status: 422,
    title: text('该村属于其他乡镇', 'The village belongs to another township'),
    advice: correct,
    params: ['village'],
  },
  POPULATION_INVALID: { status: 422, title: text('人口数不正确', 'The population is not right'), advice: correct },
} as const satisfies ProblemTexts;
