export interface Reminder {
  at: Date;
  text: string;
}

export function remindersFor(close: Date, days: number[]): Reminder[] {
  return days.map((day) => ({
    at: new Date(close.getTime() - day * 86_400_000),
    text: `closes in ${day} days`,
  });
}
