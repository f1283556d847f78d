import { describe, expect, it } from 'vitest'
import { depthOfText } from '../../../../test/tree.ts'

const factsOf = (path: string, text: string) => {
  const { tables, drops } = depthOfText(path, text)
  const names = (all: typeof tables) => all.map(each => each.name)
  return { tables: names(tables), drops: names(drops) }
}

const tables: readonly (readonly [name: string, path: string, text: string, found: string[]])[] = [
  [
    'django, by its application',
    'shop/models.py',
    `from django.db import models

class Stamped(models.Model):
    class Meta:
        abstract = True

class Order(Stamped):
    total = models.IntegerField()

class Label(models.Model):
    class Meta:
        app_label = "print"

class Old(models.Model):
    class Meta:
        db_table = "legacy"

class Open(Order):
    class Meta:
        proxy = True

class Form(forms.Form):
    pass
`,
    ['shop_order', 'Label', 'print_label', 'Old', 'legacy'],
  ],
  [
    'django, migrated',
    'shop/migrations/0001_initial.py',
    `from django.db import migrations, models
class Migration(migrations.Migration):
    operations = [
        migrations.CreateModel(name='Order', fields=[]),
        migrations.CreateModel('Item', fields=[], options={'db_table': 'items'}),
        migrations.CreateModel(name='Ghost', fields=[], options={'abstract': True}),
    ]
`,
    ['Order', 'shop_order', 'Item'],
  ],
  [
    'sqlmodel',
    'a.py',
    'from sqlmodel import Field, SQLModel\nclass HeroBase(SQLModel):\n    name: str\nclass Hero(HeroBase, table=True):\n    id: int\nclass Team(SQLModel, table=True):\n    __tablename__ = "teams"\n',
    ['hero', 'teams'],
  ],
  [
    'typeorm and mikro-orm, by the name of the class',
    'a.ts',
    `import { Entity } from 'typeorm'\n@Entity()\nexport class UserProfile {}\n@Entity('albums')\nexport class Album {}\nclass Plain {}\n`,
    ['user_profile', 'albums'],
  ],
  [
    'sequelize, in options',
    'a.js',
    `const { Model } = require('sequelize')\nUser.init({}, { sequelize, tableName: 'people' })\n`,
    ['people'],
  ],
  [
    'drizzle, in a schema',
    'a.ts',
    `import { pgSchema } from 'drizzle-orm/pg-core'\nexport const mySchema = pgSchema('my')\nexport const users = mySchema.table('users', {})\n`,
    ['users'],
  ],
  [
    'jpa, where all naming strategies agree',
    'A.java',
    'import jakarta.persistence.Entity;\nimport jakarta.persistence.Table;\n@Entity\npublic class Pond { }\n@Entity\nclass PondWater { }\n@Entity @Table(name = "fishes")\nclass Fish { }\n',
    ['pond', 'fishes'],
  ],
  [
    'jpa in Kotlin, by the name of the class',
    'A.kt',
    'import jakarta.persistence.Entity\n@Entity\nclass Pond(val id: Int)\n',
    ['pond'],
  ],
  [
    'exposed',
    'A.kt',
    'import org.jetbrains.exposed.sql.Table\nobject Users : Table("app_users") {\n  val id = integer("id")\n}\nobject Cities : IntIdTable()\nobject OrdersTable : Table()\nobject Other : Thing("no")\n',
    ['app_users', 'Cities', 'Orders'],
  ],
  [
    'diesel',
    'src/schema.rs',
    'diesel::table! {\n    users (id) {\n        id -> Integer,\n    }\n}\n#[derive(Queryable)]\n#[diesel(table_name = posts)]\nstruct Post { id: i32 }\n',
    ['users', 'posts'],
  ],
  [
    'sea-orm',
    'src/cake.rs',
    'use sea_orm::entity::prelude::*;\n#[derive(DeriveEntityModel)]\n#[sea_orm(table_name = "cake")]\npub struct Model { pub id: i32 }\n',
    ['cake'],
  ],
  [
    'fluent',
    'Todo.swift',
    'import Fluent\nfinal class Todo: Model {\n  static let schema = "todos"\n}\n',
    ['todos'],
  ],
  [
    'flask-sqlalchemy',
    'm.py',
    'from .ext import db\nlinks = db.Table("links", db.Column("x", db.Integer))\nclass BlogPost(db.Model):\n    id = db.Column(db.Integer, primary_key=True)\nclass Part(BlogPost):\n    name = db.Column(db.String)\nclass Base(db.Model):\n    __abstract__ = True\n    id = db.Column(db.Integer, primary_key=True)\n',
    ['links', 'blog_post'],
  ],
  [
    'peewee',
    'm.py',
    "import peewee\nclass Pond(peewee.Model):\n    class Meta:\n        table_name = 'pond_names'\n",
    ['pond_names'],
  ],
  [
    'sequelize, handed in',
    'user.js',
    "module.exports = (sequelize, DataTypes) => {\n  const User = sequelize.define('Usr', {}, { tableName: 'usrs' })\n  Post.init({}, { sequelize, tableName: 'posts' })\n  other.init({ tableName: 'no' })\n}\n",
    ['usrs', 'posts'],
  ],
  [
    'eloquent',
    'Comment.php',
    '<?php\nuse Illuminate\\Database\\Eloquent\\Model;\nclass BlogComment extends Model {}\nclass Category extends Model {}\nclass Person extends Model {}\nclass Old extends Model { protected $table = "olds_1"; }\nabstract class Base extends Model {}\n',
    ['blog_comments', 'categories', 'olds_1'],
  ],
  [
    'laravel, of another database',
    '1.php',
    "<?php\nfunction up() { Schema::connection('x')->create('logs', function ($t) {}); }\n",
    ['logs'],
  ],
  [
    'active record',
    'app/models/user.rb',
    "class User < ApplicationRecord\n  self.table_name = 'people'\nend\n",
    ['people'],
  ],
]

describe('the tables that are told or follow from a name, of', () => {
  it.each(tables)('%s', (_, path, text, found) => {
    expect(factsOf(path, text).tables).toEqual(found)
  })

  it('go where django deletes their model', () => {
    const text = `from django.db import migrations\nclass Migration(migrations.Migration):\n    operations = [migrations.DeleteModel(name='Order')]\n`
    expect(factsOf('shop/migrations/0002.py', text)).toEqual({
      tables: [],
      drops: ['Order', 'shop_order'],
    })
  })

  it('need the tool', () => {
    expect(factsOf('shop/models.py', 'class Order(models.Model):\n    pass\n').tables).toEqual([])
    expect(factsOf('a.ts', '@Entity()\nclass A {}\n').tables).toEqual([])
    expect(factsOf('A.java', '@Entity\nclass A {}\n').tables).toEqual([])
    expect(factsOf('A.kt', 'object A : Table("no")\n').tables).toEqual([])
  })
})
