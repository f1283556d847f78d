<?php

declare(strict_types=1);

namespace DoctrineMigrations;

use Doctrine\DBAL\Schema\Schema;
use Doctrine\Migrations\AbstractMigration;

final class Version20240105100000 extends AbstractMigration
{
    public function up(Schema $schema): void
    {
        $this->addSql('CREATE TABLE books (id INT AUTO_INCREMENT NOT NULL, isbn VARCHAR(13) NOT NULL, title VARCHAR(255) NOT NULL, copies SMALLINT NOT NULL, PRIMARY KEY(id))');
        $loans = $schema->createTable('loans');
        $loans->addColumn('id', 'integer', ['autoincrement' => true]);
        $loans->addColumn('reader', 'string');
        $loans->setPrimaryKey(['id']);
        $this->addSql('CREATE TABLE reader_cards (id INT NOT NULL, PRIMARY KEY(id))');
    }

    public function down(Schema $schema): void
    {
        $this->addSql('DROP TABLE books');
        $schema->dropTable('loans');
        $this->addSql('DROP TABLE reader_cards');
    }
}
