import { describe, expect, it } from 'vitest'
import { type RegisteredCase, registeredIn } from '../../../test/registered.ts'

const cases: readonly RegisteredCase[] = [
  {
    name: 'Slim, of groups',
    files: {
      'public/index.php': `<?php
use Slim\\Factory\\AppFactory;
use Slim\\Routing\\RouteCollectorProxy;
$app = AppFactory::create();
$app->setBasePath('/base');
$app->get('/hello/{name}', function (Request $request, Response $response, array $args) { return $response; });
$app->map(['GET', 'POST'], '/books', BookController::class . ':list');
$app->group('/users/{id:[0-9]+}', function (RouteCollectorProxy $group) {
    $group->get('', UserController::class);
    $group->delete('/x', [UserController::class, 'rm'])->setName('x');
    $group->group('/deep', function (RouteCollectorProxy $group) {
        $group->any('/any', \\App\\Action::class);
    });
});
$app->run();
`,
    },
    routes: [
      'ANY /base/users/{id}/deep/any',
      'DELETE /base/users/{id}/x',
      'GET /base/books',
      'GET /base/hello/{name}',
      'GET /base/users/{id}',
      'POST /base/books',
    ],
  },
  {
    name: 'Slim, in a file that returns a function',
    files: {
      'app/routes.php': `<?php
declare(strict_types=1);
use Slim\\App;
use Slim\\Interfaces\\RouteCollectorProxyInterface as Group;
return function (App $app) {
    $app->get('/', HomeAction::class);
    $app->group('/users', function (Group $group) {
        $group->get('/{id}', ViewUserAction::class);
    });
};
`,
    },
    routes: ['GET /', 'GET /users/{id}'],
  },
  {
    name: 'Lumen, of groups',
    files: {
      'routes/web.php': `<?php
$router->get('/', function () use ($router) { return $router->app->version(); });
$router->group(['prefix' => 'admin', 'middleware' => 'auth'], function () use ($router) {
    $router->get('users/{id}', 'UserController@show');
});
`,
    },
    routes: ['GET /', 'GET /admin/users/{id}'],
  },
]

describe('the routes that the frameworks of PHP register', () => {
  it.each(cases)('are those of $name', ({ files, routes }) => {
    expect(registeredIn(files)).toEqual(routes)
  })
})
