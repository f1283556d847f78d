<?php

declare(strict_types=1);

namespace Museum\Catalogue;

use PDO;

use function Museum\slug;

class Catalogue
{
    use Remembers;

    public function __construct(private readonly PDO $db)
    {
    }

    /** @return list<Work> */
    public function search(string $words): array
    {
        $query = $this->db->prepare('SELECT id, title, technique FROM works WHERE title LIKE ?');
        $query->execute(["%$words%"]);
        return array_map(Work::fromRow(...), $query->fetchAll(PDO::FETCH_ASSOC));
    }

    public function find(int $id): ?Work
    {
        return $this->remember("work-$id", function () use ($id): ?Work {
            $query = $this->db->prepare('SELECT id, title, technique FROM works WHERE id = ?');
            $query->execute([$id]);
            $row = $query->fetch(PDO::FETCH_ASSOC);
            return $row ? Work::fromRow($row) : null;
        });
    }

    public function rename(int $id, string $title): void
    {
        $this->db->prepare('UPDATE works SET title = ?, slug = ? WHERE id = ?')
            ->execute([$title, slug($title), $id]);
    }

    public function provenance(int $id): array
    {
        // TODO: read the card index
        return [];
    }

    public function merge(int $keep, int $drop): void
    {
    }
}
