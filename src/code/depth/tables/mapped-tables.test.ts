import { describe, expect, it } from 'vitest'
import { depthOfText } from '../../../../test/tree.ts'
import { documentDepth } from '../documents/document.ts'

const factsOf = (path: string, text: string) => {
  const { tables, drops } = path.endsWith('.sql')
    ? documentDepth(path, text).depth
    : depthOfText(path, text)
  const names = (all: typeof tables) => all.map(each => each.name)
  return { tables: names(tables), drops: names(drops) }
}

describe('the tables of', () => {
  it.each([
    [
      'entity framework, mapped',
      'Context.cs',
      'class C { void On(ModelBuilder model) { model.Entity<Pond>().ToTable("ponds", "app"); model.Entity<Fish>(e => { e.ToTable("fish"); }); Log("x.ToTable(\\"no\\")"); } }',
      ['ponds', 'fish'],
    ],
    [
      'entity framework, migrated',
      'Migrations/1.cs',
      'using Microsoft.EntityFrameworkCore.Migrations;\nclass M : Migration { protected override void Up(MigrationBuilder b) { b.CreateTable(name: "ponds", columns: x); }\nprotected override void Down(MigrationBuilder b) { b.CreateTable("old"); } }',
      ['ponds'],
    ],
    [
      'gorm',
      'models.go',
      'package a\ntype Pond struct{}\nfunc (Pond) TableName() string { return "ponds" }\nfunc (p Pond) Name() string { return "no" }\n',
      ['ponds'],
    ],
    [
      'doctrine, mapped',
      'Pond.php',
      `<?php\nuse Doctrine\\ORM\\Mapping as ORM;\n#[ORM\\Entity]\n#[ORM\\Table(name: 'ponds')]\nclass Pond {}\n`,
      ['ponds'],
    ],
    [
      'doctrine, migrated',
      'V1.php',
      `<?php\nuse Doctrine\\Migrations\\AbstractMigration;\nclass V1 extends AbstractMigration { public function up(Schema $schema): void { $this->addSql('CREATE TABLE ponds (id INT)'); $schema->createTable('fish'); // $this->addSql('CREATE TABLE no (id INT)')\n } public function down(Schema $schema): void { $this->addSql('CREATE TABLE old (id INT)'); } }\n`,
      ['ponds', 'fish'],
    ],
    [
      'jpa in Kotlin',
      'Pond.kt',
      'import jakarta.persistence.Table\n@Table(name = "ponds")\nclass Pond(val id: Int)\n',
      ['ponds'],
    ],
  ])('%s', (_, path, text, tables) => {
    expect(factsOf(path, text).tables).toEqual(tables)
  })
})

describe('a table that is renamed is gone under one name and there under the other, in', () => {
  it.each([
    [
      'SQL',
      '2.sql',
      `ALTER TABLE IF EXISTS app."ponds" RENAME TO pools;\n-- ALTER TABLE a RENAME TO b;\nALTER TABLE x RENAME COLUMN y TO z;\n`,
      'app.ponds',
    ],
    [
      'alembic',
      '2.py',
      `def upgrade():\n    op.rename_table("ponds", "pools")\ndef downgrade():\n    op.rename_table("pools", "ponds")\n`,
      'ponds',
    ],
    [
      'rails',
      '2.rb',
      'class M < ActiveRecord::Migration[7.1]\n  def change\n    rename_table :ponds, :pools\n  end\nend\n',
      'ponds',
    ],
    ['laravel', '2.php', `<?php\nfunction up() { Schema::rename('ponds', 'pools'); }\n`, 'ponds'],
    [
      'doctrine',
      '2.php',
      `<?php\nuse Doctrine\\Migrations\\AbstractMigration;\nclass V2 extends AbstractMigration { public function up($schema) { $this->addSql('ALTER TABLE ponds RENAME TO pools'); } }\n`,
      'ponds',
    ],
    [
      'entity framework',
      '2.cs',
      'using Microsoft.EntityFrameworkCore.Migrations;\nclass M { void Up(MigrationBuilder b) { b.RenameTable(name: "ponds", newName: "pools"); } }',
      'ponds',
    ],
    [
      'knex',
      '2.ts',
      `export const up = knex => knex.schema.renameTable('ponds', 'pools')\n`,
      'ponds',
    ],
  ])('%s', (_, path, text, old) => {
    expect(factsOf(path, text)).toEqual({ tables: ['pools'], drops: [old] })
  })
})

describe('the tables that calls create and drop, in', () => {
  it.each([
    [
      'sequel, whose way back is a block',
      '2.rb',
      'Sequel.migration do\n  up do\n    create_table?(:ponds) { Integer :x }\n    drop_table :fish, :frogs\n  end\n  down do\n    create_table(:fish) { Integer :x }\n    drop_table(:ponds)\n  end\nend\n',
      ['ponds'],
      ['fish', 'frogs'],
    ],
    [
      'rails, in both directions',
      '2.rb',
      'class M < ActiveRecord::Migration[7.1]\n  def change\n    reversible do |dir|\n      dir.up { create_table :ponds }\n      dir.down { drop_table :ponds }\n    end\n  end\nend\n',
      ['ponds'],
      [],
    ],
    [
      'knex, further down a chain and as text',
      '2.js',
      'export async function up(knex) {\n  await knex.schema.withSchema("a").createTable("ponds", t => t.increments()).dropTableIfExists("fish")\n  await knex.raw(`CREATE TABLE IF NOT EXISTS frogs (id int)`)\n}\n',
      ['ponds', 'frogs'],
      ['fish'],
    ],
    [
      'phinx',
      '2.php',
      "<?php\nuse Phinx\\Migration\\AbstractMigration;\nfinal class M extends AbstractMigration { public function change(): void {\n$this->table('ponds')->addColumn('x', 'string')->create();\n$this->table('fish')->rename('frogs')->update();\n$this->table('newts')->drop()->save();\n$this->table('reeds')->addColumn('y', 'string')->update();\n} }\n",
      ['ponds', 'frogs'],
      ['fish', 'newts'],
    ],
    [
      'alembic, as text',
      '2.py',
      'from alembic import op\ndef upgrade():\n    op.execute("CREATE TABLE ponds (id int)")\n    op.execute("COMMENT ON TABLE a IS \'CREATE TABLE no (id int)\'")\ndef downgrade():\n    op.execute("DROP TABLE ponds")\n',
      ['ponds'],
      [],
    ],
  ])('%s', (_, path, text, tables, drops) => {
    const found = factsOf(path, text)
    expect([new Set(found.tables), new Set(found.drops)]).toEqual([new Set(tables), new Set(drops)])
  })
})
