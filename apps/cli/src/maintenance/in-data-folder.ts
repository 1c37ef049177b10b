import { resolve } from 'node:path';
import { CannotStart } from '../../../station/src/cannot-start.js';
import { DataFolder } from '../../../station/src/data-folder.js';

/** Works on the files while no station does; says in one sentence why it cannot, and fails. */
export const inDataFolder = async (path: string, work: (folder: DataFolder) => Promise<void>): Promise<void> => {
  try {
    const folder = DataFolder.beside(resolve(path));
    const unlock = folder.lock();
    try {
      await work(folder);
    } finally {
      unlock();
    }
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
};
