import { describe, expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

const reasons = async (files: Readonly<Record<string, string>>, endpoints: readonly string[]) => {
  const lines = endpoints.map(
    (each, index) => `    r${index}: {attributes: {endpoints: ["${each}"]}}\n`,
  )
  const found = await judge(files, `  route:\n${lines.join('')}`)
  return Object.fromEntries(
    endpoints.map((each, index) => {
      const { status, reason } = found.get(`route.r${index}`)!
      return [each, reason ?? status]
    }),
  )
}

describe('a route whose controller the blocks around it name', () => {
  it('is answered by the method of that controller in Laravel', async () => {
    const found = await reasons(
      {
        'routes/web.php': `<?php
use App\\Http\\UserController;
Route::controller(UserController::class)->prefix('p')->group(function () {
    Route::get('/users/{id}', 'show');
    Route::post('/users', 'store');
    Route::delete('/users/{id}', 'wipe');
});
`,
        'app/Http/UserController.php': `<?php
class UserController
{
    public function show(int $id) { return ['id' => $id]; }
    public function store() { throw new \\BadMethodCallException('Not implemented'); }
}
`,
      },
      ['GET /p/users/:id', 'POST /p/users', 'DELETE /p/users/:id'],
    )
    expect(found).toEqual({
      'GET /p/users/:id': 'implemented',
      'POST /p/users': 'POST /p/users is a stub body (routes/web.php:5)',
      'DELETE /p/users/:id':
        'DELETE /p/users/:id is registered, but wipe is not in UserController (routes/web.php:6)',
    })
  })

  it('is answered by the action of its name in Rails', async () => {
    const found = await reasons(
      {
        'config/routes.rb': `Rails.application.routes.draw do
  resources :posts, only: [] do
    get :search, on: :collection
    get :old, action: :history, on: :member
    collection { get :nope }
  end
  controller :pages do
    get :about
    get :terms
    get :legal
    get :press
  end
  get 'pages/help'
end
`,
        'app/controllers/application_controller.rb':
          'class ApplicationController < ActionController::Base\n  include Pundit::Authorization\n  include Signed\nend\n',
        'app/controllers/concerns/signed.rb':
          'module Signed\n  extend ActiveSupport::Concern\n  def current_user\n    find_user\n  end\nend\n',
        'app/controllers/posts_controller.rb':
          'class PostsController < ApplicationController\n  def search\n    render json: find\n  end\n  def history\n    render json: old\n  end\nend\n',
        'app/views/pages/legal.html.erb': '<p>x</p>\n',
        'app/controllers/pages_controller.rb':
          'class PagesController < ApplicationController\n  def legal; end\n  def press; end\n  def about\n    render json: us\n  end\nend\n',
      },
      [
        'GET /posts/search',
        'GET /posts/:id/old',
        'GET /posts/nope',
        'GET /about',
        'GET /terms',
        'GET /legal',
        'GET /press',
        'GET /pages/help',
      ],
    )
    expect(found).toEqual({
      'GET /posts/search': 'implemented',
      'GET /posts/:id/old': 'implemented',
      'GET /posts/nope':
        'GET /posts/nope is registered, but nope is not in PostsController (config/routes.rb:5)',
      'GET /about': 'implemented',
      'GET /terms':
        'GET /terms is registered, but terms is not in PagesController (config/routes.rb:9)',
      'GET /legal': 'implemented',
      'GET /press': 'GET /press is a stub body (config/routes.rb:11)',
      'GET /pages/help':
        'GET /pages/help is registered, but help is not in PagesController (config/routes.rb:13)',
    })
  })
})
