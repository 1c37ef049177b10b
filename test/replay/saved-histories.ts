import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import { temporal } from '@temporalio/proto';

const folder = fileURLToPath(new URL('./histories', import.meta.url));

export interface SavedHistory {
  readonly name: string;
  readonly workflowId: string;
  readonly workflowType: string;
  readonly history: temporal.api.history.v1.IHistory;
}

/** Histories are kept as protobuf: their JSON form depends on which copy of the library wrote it. */
export const savedHistories = async (): Promise<SavedHistory[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.pb')).sort();
  return Promise.all(
    files.map(async (file) => {
      const name = file.slice(0, -'.pb'.length);
      const history = temporal.api.history.v1.History.decode(await readFile(`${folder}/${file}`));
      const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
      const workflowType = started?.workflowType?.name ?? '';
      return { name, workflowType, workflowId: started?.workflowId ?? '', history };
    }),
  );
};

type History = temporal.api.history.v1.IHistory;

/** The recording machine's name, which stands in identities and queue names, stays out of the file. */
export const saveHistory = (name: string, history: History): Promise<void> => {
  nameless(history);
  return writeFile(`${folder}/${name}.pb`, temporal.api.history.v1.History.encode(history).finish());
};

const nameless = (value: unknown): void => {
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return;
  for (const [field, content] of Object.entries(value)) {
    if (typeof content === 'string' && content.includes(hostname()))
      (value as Record<string, unknown>)[field] = content.replace(/\d+@[\w.-]+/, 'recorder');
    else nameless(content);
  }
};
