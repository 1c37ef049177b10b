/** Asked by SIGUSR2, a process says what keeps it from ending: for the specs that are done and yet do not end. */
process.on('SIGUSR2', () => {
  const open = new Map();
  for (const kind of process.getActiveResourcesInfo()) open.set(kind, (open.get(kind) ?? 0) + 1);
  console.error(
    `Still open: ${[...open].map(([kind, count]) => `${count} ${kind}`).join(', ') || 'nothing that has a name'}.`,
  );
});
