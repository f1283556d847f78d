<?php

declare(strict_types=1);

namespace App\Repository;

use App\Entity\Book;
use Doctrine\Bundle\DoctrineBundle\Repository\ServiceEntityRepository;
use Doctrine\Persistence\ManagerRegistry;

/** @extends ServiceEntityRepository<Book> */
final class BookRepository extends ServiceEntityRepository
{
    public function __construct(ManagerRegistry $registry)
    {
        parent::__construct($registry, Book::class);
    }

    /** @return list<Book> */
    public function search(string $words): array
    {
        return $this->createQueryBuilder('b')
            ->where('b.title LIKE :words')
            ->setParameter('words', "%$words%")
            ->setMaxResults(50)
            ->getQuery()
            ->getResult();
    }

    public function similarTo(Book $book): array
    {
        throw new \LogicException('Not implemented.');
    }

    # public function newest(): array { return $this->findBy([], ['id' => 'DESC'], 10); }
}
