<?php

declare(strict_types=1);

namespace Museum\Action;

use Museum\Catalogue\Catalogue;
use Psr\Http\Message\ResponseInterface as Response;
use Psr\Http\Message\ServerRequestInterface as Request;

final class ShowWork
{
    public function __construct(private readonly Catalogue $catalogue)
    {
    }

    public function __invoke(Request $request, Response $response, array $args): Response
    {
        $work = $this->catalogue->find((int) $args['id']);
        if ($work === null) {
            return $response->withStatus(404);
        }
        $response->getBody()->write(json_encode($work, JSON_THROW_ON_ERROR));
        return $response;
    }

    public function update(Request $request, Response $response, array $args): Response
    {
        $title = (string) ($request->getParsedBody()['title'] ?? '');
        $this->catalogue->rename((int) $args['id'], $title);
        return $response->withStatus(204);
    }
}
