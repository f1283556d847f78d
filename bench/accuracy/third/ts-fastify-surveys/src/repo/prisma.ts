import { PrismaClient } from "@prisma/client";

export class PrismaRepo {
  constructor(private readonly client: PrismaClient = new PrismaClient()) {}

  all() {
    return this.client.survey.findMany();
  }

  async archive(before: Date): Promise<number> {
    console.warn("archive", before);
    throw new Error("PrismaRepo.archive is not implemented yet");
  }
}
