<?php

declare(strict_types=1);

namespace App\Controller\Admin;

use App\Repository\BookRepository;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\Routing\Attribute\Route;

#[Route('/admin')]
class StockController
{
    #[Route('/stock')]
    public function stock(BookRepository $books): JsonResponse
    {
        return new JsonResponse(['books' => $books->count([])]);
    }

    #[Route('/stock/count', methods: ['POST'])]
    public function count(): Response
    {
        throw new \LogicException('not implemented');
    }
}
