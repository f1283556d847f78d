<?php

declare(strict_types=1);

namespace App\Controller;

use App\Entity\Book;
use App\Lending\LendingDesk;
use App\Lending\NothingLeft;
use App\Repository\BookRepository;
use Symfony\Bundle\FrameworkBundle\Controller\AbstractController;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\Routing\Attribute\Route;

#[Route('/books', name: 'book_')]
final class BookController extends AbstractController
{
    public function __construct(private readonly BookRepository $books)
    {
    }

    #[Route('', name: 'index', methods: ['GET'])]
    public function index(Request $request): JsonResponse
    {
        return $this->json($this->books->search($request->query->getString('q')));
    }

    #[Route('/{isbn}', name: 'show', methods: 'GET', requirements: ['isbn' => '\d{13}'])]
    public function show(Book $book): JsonResponse
    {
        return $this->json($book);
    }

    #[Route(path: '/{isbn}/loans', methods: ['POST'])]
    public function lend(Book $book, LendingDesk $desk): JsonResponse
    {
        try {
            return $this->json($desk->lend($book, (string) $this->getUser()?->getUserIdentifier()), 201);
        } catch (NothingLeft) {
            return $this->json(['error' => 'nothing left'], 409);
        }
    }

    #[Route('/{isbn}', methods: ['PUT', 'PATCH'])]
    public function change(Book $book): JsonResponse
    {
        return new JsonResponse(['error' => 'not implemented'], Response::HTTP_NOT_IMPLEMENTED);
    }

    // #[Route('/{isbn}', methods: ['DELETE'])]
    public function remove(Book $book): Response
    {
        return new Response(status: 204);
    }
}
