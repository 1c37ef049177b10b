import { Global, Module } from '@nestjs/common';
import { OpenTasks } from '#cadres/nest';
import { CasesModule, CountyMemory } from '#cases/nest';

/** What cadres have in hand, for those who approve their leave: cases and mediations know it. */
@Global()
@Module({
  imports: [CasesModule],
  providers: [
    {
      provide: OpenTasks,
      inject: [CountyMemory],
      useFactory: (memory: CountyMemory): OpenTasks => ({
        of: async (cadreId) => {
          await memory.catchUp();
          return memory.tasks.of(cadreId);
        },
      }),
    },
  ],
  exports: [OpenTasks],
})
export class OpenTasksModule {}
