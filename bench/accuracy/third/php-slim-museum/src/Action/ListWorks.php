<?php

declare(strict_types=1);

namespace Museum\Action;

use Museum\Catalogue\Catalogue;
use Psr\Http\Message\ResponseInterface as Response;
use Psr\Http\Message\ServerRequestInterface as Request;

final class ListWorks
{
    public function __construct(private readonly Catalogue $catalogue)
    {
    }

    public function __invoke(Request $request, Response $response): Response
    {
        $works = $this->catalogue->search($request->getQueryParams()['q'] ?? '');
        $response->getBody()->write(json_encode($works, JSON_THROW_ON_ERROR));
        return $response->withHeader('Content-Type', 'application/json');
    }
}
