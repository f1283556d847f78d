exports.up = async function up(knex) {
  await knex.schema.createTable('stock_movements', table => {
    table.increments()
    table.string('sku').index()
    table.integer('delta')
  })
}

exports.down = async function down(knex) {
  await knex.schema.dropTableIfExists('stock_movements')
}
