/** As the reader sees it, in both languages. */
export class NoticeText {
  zh!: string;
  en!: string;
}

export class InboxItem {
  /** Of the event that is told. */
  noticeId!: string;
  text!: NoticeText;
  /** The case it is about, where it is about one. */
  caseId!: string | null;
  at!: string;
  readAt!: string | null;
}

export class InboxAnswer {
  unread!: number;
  items!: InboxItem[];
  next?: string;
}

export class UnreadAnswer {
  unread!: number;
}
