<?php

declare(strict_types=1);

namespace DoctrineMigrations;

use Doctrine\DBAL\Schema\Schema;
use Doctrine\Migrations\AbstractMigration;

final class Version20240220090000 extends AbstractMigration
{
    public function getDescription(): string
    {
        return 'Cards live in the city account now; CREATE TABLE reservations comes with the next release';
    }

    public function up(Schema $schema): void
    {
        $this->addSql('DROP TABLE reader_cards');
    }
}
