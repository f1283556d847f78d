<?php

declare(strict_types=1);

namespace Museum;

function slug(string $title): string
{
    return trim(preg_replace('/[^a-z0-9]+/', '-', strtolower($title)), '-');
}

function inventory_number(int $year, int $serial): string
{
    return sprintf('%04d.%03d', $year, $serial);
}

if (!function_exists('Museum\roman')) {
    function roman(int $year): string
    {
        throw new \LogicException('not implemented');
    }
}
