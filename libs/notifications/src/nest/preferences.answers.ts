export class QuietHoursAnswer {
  /** Minutes after midnight. */
  from!: number;
  to!: number;
}

export class PreferencesAnswer {
  language!: 'zh' | 'en';
  channels!: ('SMS' | 'EMAIL')[];
  digest!: boolean;
  quiet!: QuietHoursAnswer | null;
  email!: string | null;
}
