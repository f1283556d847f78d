<?php

namespace App\Services;

class MailParser
{
    public function subject(string $raw): string
    {
        preg_match('/^Subject: (.*)$/m', $raw, $match)
        return $match[1] ?? '';
    }
}
