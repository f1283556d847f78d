<?php

declare(strict_types=1);

namespace App;

/** 9780306406157 becomes 978-0-306-40615-7 where the groups are known. */
function hyphenate_isbn(string $isbn): string
{
    return preg_replace('/^(97[89])(\d)(\d{3})(\d{5})(\d)$/', '$1-$2-$3-$4-$5', $isbn) ?? $isbn;
}

if (!function_exists('App\days_between')) {
    function days_between(\DateTimeInterface $from, \DateTimeInterface $to): int
    {
        return (int) $from->diff($to)->format('%r%a');
    }
}

const GREETING = <<<'TXT'
    function greet_reader(string $name): string {
        return "Hello $name";
    }
    TXT;
