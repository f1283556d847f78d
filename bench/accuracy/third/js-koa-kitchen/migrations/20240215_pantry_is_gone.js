export async function up(knex) {
  await knex.schema.dropTableIfExists("pantry");
  await knex.schema.createTable("menus", (table) => {
    table.string("week").primary();
    table.json("dishes");
  });
}

export async function down(knex) {
  await knex.schema.dropTable("menus");
}
