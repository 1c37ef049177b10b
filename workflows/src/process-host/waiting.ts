import { newest, orderId, type Rung, type Timetable } from '#kernel';

/** All that a workflow knows: the newest timetable it heard, and which of its orders are done with. */
export interface Waiting {
  readonly processId: string;
  readonly timetable: Timetable;
  readonly done: readonly string[];
}

/** A doorbell: older and repeated ones change nothing. A new epoch may come with a log that lacks what was issued. */
export const hear = (waiting: Waiting, heard: Timetable): Waiting => {
  const timetable = newest(waiting.timetable, heard);
  return { ...waiting, timetable, done: timetable.epoch > waiting.timetable.epoch ? [] : waiting.done };
};

/** The earliest rung whose order is still to be issued. */
export const nextRung = ({ processId, timetable, done }: Waiting): Rung | undefined =>
  timetable.rungs
    .filter((rung) => !done.includes(orderId(processId, rung)))
    .reduce<Rung | undefined>((least, rung) => (least && least.at <= rung.at ? least : rung), undefined);

/** An order is issued or refused; what the timetable no longer holds is forgotten. */
export const settle = (waiting: Waiting, rung: Rung): Waiting => {
  const { processId, timetable, done } = waiting;
  const held = new Set(timetable.rungs.map((each) => orderId(processId, each)));
  return { ...waiting, done: [...done, orderId(processId, rung)].filter((id) => held.has(id)) };
};
