import { Command, Option } from 'commander';
import { createServer } from '../server.js';
import openDatabase from '../db.js';
import { registerSchedule } from './schedule.js';

export function buildProgram() {
  const program = new Command('radio').description('schedule of the station').version('2.4.0');

  program
    .command('serve')
    .addOption(new Option('-p, --port <port>').env('PORT').default(8090))
    .action(async ({ port }) => {
      const server = await createServer({ db: openDatabase('radio.db') });
      await server.listen({ port: Number(port) });
    });

  program.command('migrate').action(() => {
    openDatabase('radio.db').close();
  });

  program
    .command('record <slot>')
    .description('record a show')
    .action(() => {
      throw new Error('not implemented');
    });

  registerSchedule(program);
  return program;
}
