import { weekMenu } from "../menu.js";

export const command = "menu <week>";
export const describe = "the menu of one week";
export const builder = (y) => y.positional("week", { type: "string" });

export function handler({ week }) {
  for (const { day, dish } of weekMenu(week)) console.log(`${day}\t${dish}`);
}
