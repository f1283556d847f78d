import { describe, expect, it } from 'vitest'
import { type RegisteredCase, registeredIn } from '../../../test/registered.ts'

const cases: readonly RegisteredCase[] = [
  {
    name: 'Sinatra, in the classic style',
    files: {
      'app.rb': `require 'sinatra'
require 'sinatra/namespace'
get '/hello/:name' do
  "Hello"
end
post '/stub' do
  halt 501
end
get do
  nowhere
end
namespace '/api' do
  get '/x' do
    json x
  end
  get do
    json all
  end
  namespace '/v1' do
    delete '/y/:id' do |id|
      json id
    end
  end
end
`,
    },
    routes: [
      'DELETE /api/v1/y/{id}',
      'GET /api',
      'GET /api/x',
      'GET /hello/{name}',
      'POST /stub (stub)',
    ],
  },
  {
    name: 'Sinatra, of the classes that config.ru serves',
    files: {
      'config.ru': `require './app'
map '/admin' do
  run Admin
end
use UsersController
run MyApp::Api
`,
      'app.rb': `require 'sinatra/base'
class Base < Sinatra::Base
  get('/health') { 'ok' }
end
class Admin < Base
  get '/stats' do
    1
  end
end
module MyApp
  class Api < Sinatra::Base
    put '/x' do
      2
    end
  end
end
class Lost < Sinatra::Base
  get '/lost' do
    1
  end
end
`,
      'users.rb': `class UsersController < Base
  get '/users' do
    list
  end
end
`,
    },
    routes: ['GET /admin/health', 'GET /admin/stats', 'GET /health', 'GET /users', 'PUT /x'],
  },
  {
    name: 'Grape, of classes that are mounted',
    files: {
      'api.rb': `require 'grape'
module Acme
  class API < Grape::API
    version 'v1', using: :path
    prefix :api
    resource :statuses do
      desc 'x'
      get do
        list
      end
      get :home do
        list
      end
      route_param :id do
        get do
          find
        end
        put 'close' do
          close
        end
      end
    end
    mount Acme::Users
    mount Acme::Posts => '/p'
  end
end
`,
      'users.rb': `module Acme
  class Users < Grape::API
    get '/users/:id' do
      1
    end
  end
end
`,
      'posts.rb': `module Acme
  class Posts < Grape::API
    delete ':id' do
      1
    end
  end
  class Lost < Grape::API
    get '/lost' do
      1
    end
  end
end
`,
    },
    routes: [
      'DELETE /api/v1/p/{id}',
      'GET /api/v1/statuses',
      'GET /api/v1/statuses/home',
      'GET /api/v1/statuses/{id}',
      'GET /api/v1/users/{id}',
      'PUT /api/v1/statuses/{id}/close',
    ],
  },
  {
    name: 'Rails, of concerns, constraints and files that are drawn',
    files: {
      'config/routes.rb': `Rails.application.routes.draw do
  concern :commentable do
    resources :comments, only: [:index]
  end
  concern :taggable do
    post :tag, on: :member
  end
  resources :posts, only: [:show], concerns: [:commentable, :taggable]
  resources :photos, only: [] do
    concerns :commentable
  end
  constraints subdomain: 'api' do
    get 'status', to: 'status#show'
  end
  constraints(id: /\\d+/) do
    resources :users, only: :show
  end
  namespace :admin do
    draw :admin
  end
  match 'both', to: 'a#b', via: [:get, :post]
  match '/all', to: 'a#b', via: :all
  mount Api::Root => '/grape'
  mount Sidekiq::Web, at: '/sidekiq'
end
`,
      'config/routes/admin.rb': `resources :reports, only: :index
`,
      'config/routes/lost.rb': `get 'lost', to: 'x#y'
`,
      'app/api/root.rb': `module Api
  class Root < Grape::API
    get :ping do
      1
    end
  end
end
`,
    },
    routes: [
      'ANY /all',
      'GET /admin/reports',
      'GET /both',
      'GET /grape/ping',
      'GET /photos/{id}/comments',
      'GET /posts/{id}',
      'GET /posts/{id}/comments',
      'GET /status',
      'GET /users/{id}',
      'POST /both',
      'POST /posts/{id}/tag',
    ],
  },
  {
    name: 'Rails, of a last part that may be left out',
    files: {
      'config/routes.rb': `Rails.application.routes.draw do
  get 'photos/(:year)', to: 'photos#index'
  get 'books(/:page)', to: 'books#index'
  get 'files/:id(.:format)', to: 'files#show'
end
`,
    },
    routes: [
      'GET /books',
      'GET /books/{page}',
      'GET /files/{id}',
      'GET /photos',
      'GET /photos/{year}',
    ],
  },
]

describe('the routes that the frameworks of Ruby register', () => {
  it.each(cases)('are those of $name', ({ files, routes }) => {
    expect(registeredIn(files)).toEqual(routes)
  })
})
