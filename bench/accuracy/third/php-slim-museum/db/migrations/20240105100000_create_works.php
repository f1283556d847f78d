<?php

declare(strict_types=1);

use Phinx\Migration\AbstractMigration;

final class CreateWorks extends AbstractMigration
{
    public function change(): void
    {
        $this->table('works')
            ->addColumn('title', 'string')
            ->addColumn('slug', 'string')
            ->addColumn('technique', 'string', ['limit' => 20])
            ->create();

        $this->table('loans', ['id' => false, 'primary_key' => 'number'])
            ->addColumn('number', 'string')
            ->create();
    }
}
