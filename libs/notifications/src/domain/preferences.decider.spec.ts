import { describe, it } from '@jest/globals';
import { SYSTEM } from '#kernel';
import { scenario } from '#testing';
import { instantOf } from '#working-time';
import { noticePreferences, type ChooseNoticePreferences } from './preferences.decider.js';

const choose = (fields: Partial<ChooseNoticePreferences['data']> = {}): ChooseNoticePreferences => ({
  type: 'ChooseNoticePreferences',
  data: { cadreId: 'anna', language: 'zh', channels: ['SMS'], digest: false, mailStored: false, ...fields },
});
const anna = () => scenario(noticePreferences, { now: instantOf('2026-03-09T09:00'), actor: SYSTEM });

describe('somebody who says how he wants to be told', () => {
  it('is heard', () => {
    anna()
      .when(choose({ channels: ['EMAIL'], digest: true, quiet: { from: 720, to: 840 } }))
      .thenData('NoticePreferencesChosen', { channels: ['EMAIL'], quiet: { from: 720, to: 840 } });
  });

  it('changes nothing by saying it again', () => {
    anna().when(choose()).then();
    anna()
      .after(choose({ digest: true }))
      .when(choose({ digest: true }))
      .then();
  });

  it('leaves an event for a mail address, which would else be taken for one that nobody named', () => {
    anna()
      .when(choose({ mailStored: true }))
      .then('NoticePreferencesChosen');
  });

  it('cannot be left alone all the time that people work', () => {
    for (const quiet of [
      { from: 0, to: 1440 },
      { from: 600, to: 600 },
      { from: 480, to: 1080 },
      { from: 1020, to: 1050 - 1440 },
    ])
      anna().when(choose({ quiet })).thenRejected('QUIET_HOURS_INVALID');
    anna()
      .when(choose({ quiet: { from: 1020, to: 600 } }))
      .then('NoticePreferencesChosen');
  });
});
