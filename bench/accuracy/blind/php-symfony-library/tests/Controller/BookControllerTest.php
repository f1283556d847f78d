<?php

declare(strict_types=1);

namespace App\Tests\Controller;

use Symfony\Bundle\FrameworkBundle\Test\WebTestCase;

final class BookControllerTest extends WebTestCase
{
    public function testSearch(): void
    {
        self::createClient()->request('GET', '/books', ['q' => 'whale']);
        self::assertResponseIsSuccessful();
    }
}
