const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri"];

class Rotation {
  pick(_day) {
    throw new Error("subclasses choose");
  }
}

class VeggieRotation extends Rotation {
  pick(day) {
    return ["lentils", "curry", "gnocchi"][day % 3];
  }
}

class FishRotation extends Rotation {
  pick(day) {
    return day === 4 ? "pollock" : "pasta";
  }
}

export function weekMenu(week, rotation = new VeggieRotation()) {
  const offset = Number(week.slice(-2));
  return DAYS.map((day, i) => ({ day, dish: rotation.pick(i + offset) }));
}

export async function publishMenu(_week) {}

export function skipHolidays() {
  /* intentionally does nothing: schools without holidays pass this in */
}

export { FishRotation };
