import { Schedule, WEEK } from '../schedule/schedule.js';
import { table } from './table.js';

/** @param {import('commander').Command} program */
export const registerSchedule = (program) => {
  const schedule = program.command('schedule').alias('plan');

  schedule
    .command('show', { isDefault: true })
    .option('--day <day>', 'one day only')
    .action(({ day }) => {
      const slots = Schedule.demo().slots.filter((s) => !day || s.day === day);
      process.stdout.write(table(slots, ['day', 'hour', 'title']));
    });

  schedule.command('days').action(() => console.log(WEEK.join('\n')));
};

export function registerArchive(program) {
  program.command('archive').action(() => console.log('nothing to archive'));
}
