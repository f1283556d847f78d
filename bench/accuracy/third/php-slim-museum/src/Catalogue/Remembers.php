<?php

declare(strict_types=1);

namespace Museum\Catalogue;

trait Remembers
{
    private array $memory = [];

    protected function remember(string $key, callable $make): mixed
    {
        return $this->memory[$key] ??= $make();
    }

    abstract public function rename(int $id, string $title): void;
}
