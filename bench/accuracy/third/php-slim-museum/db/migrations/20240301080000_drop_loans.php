<?php

declare(strict_types=1);

use Phinx\Migration\AbstractMigration;

final class DropLoans extends AbstractMigration
{
    public function up(): void
    {
        $this->table('loans')->drop()->save();
        $this->execute('CREATE TABLE visitors (day DATE PRIMARY KEY, heads INT NOT NULL)');
    }

    public function down(): void
    {
        $this->execute('DROP TABLE visitors');
    }
}
