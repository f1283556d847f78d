exports.up = knex =>
  knex.schema.createTable('warehouses', table => {
    table.string('code', 8).primary()
    table.string('name').notNullable()
  })

exports.down = knex => knex.schema.dropTable('warehouses')
