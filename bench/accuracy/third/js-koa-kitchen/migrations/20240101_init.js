export async function up(knex) {
  await knex.schema.createTable("recipes", (table) => {
    table.increments("id");
    table.string("title").notNullable();
  });
  await knex.schema.createTable("pantry", (table) => {
    table.string("name").primary();
  });
}

export async function down(knex) {
  await knex.schema.dropTable("pantry");
  await knex.schema.dropTable("recipes");
}
