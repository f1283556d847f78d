// Names that a framework calls by itself are reached, and those beside them that it does not call are not.

import { describe, expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

interface Case {
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  /** `A.run in path` */
  readonly reached: readonly string[]
  readonly lost: readonly string[]
}

const cases: readonly Case[] = [
  {
    name: 'Next.js',
    files: {
      'package.json': '{"dependencies":{"next":"14"}}',
      'src/app/layout.tsx':
        'export default function RootLayout({ children }) { return <html>{children}</html> }\nexport async function generateMetadata() { return { title: name() } }\nexport function spare() { return go() }\n',
      'src/app/api/orders/route.ts':
        'export async function GET(req) { return Response.json(list()) }\n',
      'pages/about.jsx':
        'export async function getServerSideProps(ctx) { return { props: ctx.query } }\nexport default function About() { return <p>x</p> }\n',
      'src/middleware.ts': 'export function middleware(req) { return next(req) }\n',
      'src/lib/page.ts': 'export function generateMetadata() { return go() }\n',
    },
    reached: [
      'RootLayout in src/app/layout.tsx',
      'generateMetadata in src/app/layout.tsx',
      'GET in src/app/api/orders/route.ts',
      'getServerSideProps in pages/about.jsx',
      'middleware in src/middleware.ts',
    ],
    lost: ['spare in src/app/layout.tsx', 'generateMetadata in src/lib/page.ts'],
  },
  {
    name: 'what is sent to contracts',
    files: {
      'src/Counter.sol': `contract Counter is Base {
    function increment() external { set(1); }
    function number() public view returns (uint256) { return n; }
    function set(uint256 to) internal { n = to; }
    function spare() internal { n = 2; }
    function own() private { n = 3; }
}
`,
      'src/Base.sol':
        'abstract contract Base {\n    function pause() external { p = true; }\n    function gone() internal { p = false; }\n}\n',
      'src/Lost.sol': 'abstract contract Lost {\n    function open() external { p = true; }\n}\n',
      'src/Math.sol':
        'library Math {\n    function twice(uint256 a) public pure returns (uint256) { return a * 2; }\n}\n',
    },
    reached: [
      'Counter.increment in src/Counter.sol',
      'Counter.number in src/Counter.sol',
      'Counter.set in src/Counter.sol',
      'Base.pause in src/Base.sol',
    ],
    lost: [
      'Counter.spare in src/Counter.sol',
      'Counter.own in src/Counter.sol',
      'Base.gone in src/Base.sol',
      'Lost.open in src/Lost.sol',
      'Math.twice in src/Math.sol',
    ],
  },
  {
    name: 'no Next.js',
    files: {
      'package.json': '{"dependencies":{"vite":"5"}}',
      'src/app/page.tsx': 'export function generateMetadata() { return go() }\n',
    },
    reached: [],
    lost: ['generateMetadata in src/app/page.tsx'],
  },
  {
    name: 'Django',
    files: {
      'proj/urls.py':
        "from django.urls import path\nfrom app.v import A\nurlpatterns = [path('a/', A.as_view())]\n",
      'app/v.py': `from rest_framework import serializers, generics
class OrderSerializer(serializers.ModelSerializer):
    total = serializers.SerializerMethodField()
    def get_total(self, o): return o.total * 2
    def get_other(self, o): return o.total * 3
    def validate_total(self, v): return check(v)
class Base(generics.RetrieveAPIView):
    def get_queryset(self): return find()
class A(Base):
    serializer_class = OrderSerializer
    def get_serializer(self): return go()
    def help(self): return go()
class Dead(generics.ListAPIView):
    def get_queryset(self): return find()
`,
      'app/management/commands/purge.py':
        'from django.core.management.base import BaseCommand\nclass Command(BaseCommand):\n    def handle(self, *args, **o): go()\n',
    },
    reached: [
      'OrderSerializer.get_total in app/v.py',
      'OrderSerializer.validate_total in app/v.py',
      'Base.get_queryset in app/v.py',
      'A.get_serializer in app/v.py',
      'Command.handle in app/management/commands/purge.py',
    ],
    lost: [
      'OrderSerializer.get_other in app/v.py',
      'A.help in app/v.py',
      'Dead.get_queryset in app/v.py',
    ],
  },
  {
    name: 'Rails',
    files: {
      'config/routes.rb':
        'Rails.application.routes.draw do\n  resources :posts, only: [:show]\nend\n',
      'app/controllers/posts_controller.rb': `class PostsController < ApplicationController
  before_action :set_post, if: :asked?
  def show
    render json: @post
  end
  def old
    render json: all
  end
  private
  def set_post
    @post = find
  end
  def asked?
    params[:id]
  end
  def spare
    go(on: :spare)
  end
end
`,
      'app/jobs/index_job.rb': `class IndexJob < ApplicationJob
  def perform(id)
    index(id)
  end
end
class LostJob < ApplicationJob
  def perform(id)
    index(id)
  end
end
`,
      'app/models/post.rb': `class Post < ApplicationRecord
  after_commit -> { IndexJob.perform_later(id) }
end
`,
    },
    reached: [
      'PostsController.show in app/controllers/posts_controller.rb',
      'PostsController.set_post in app/controllers/posts_controller.rb',
      'PostsController.asked? in app/controllers/posts_controller.rb',
      'IndexJob.perform in app/jobs/index_job.rb',
    ],
    lost: [
      'PostsController.old in app/controllers/posts_controller.rb',
      'PostsController.spare in app/controllers/posts_controller.rb',
      'LostJob.perform in app/jobs/index_job.rb',
    ],
  },
  {
    name: 'Laravel',
    files: {
      'routes/web.php': `<?php
use App\\Http\\Controllers\\UserController;
Route::get('/users/{id}', [UserController::class, 'show']);
Route::post('/users', 'App\\Http\\Controllers\\UserController@store');
`,
      'app/Http/Controllers/UserController.php': `<?php
class UserController extends Controller
{
    public function show(int $id) { return array_map([$this, 'trim'], find($id)); }
    public function store() { return make(); }
    public function trim($each) { return cut($each); }
    public function unrouted() { return make(); }
}
`,
    },
    reached: [
      'UserController.show in app/Http/Controllers/UserController.php',
      'UserController.store in app/Http/Controllers/UserController.php',
      'UserController.trim in app/Http/Controllers/UserController.php',
    ],
    lost: ['UserController.unrouted in app/Http/Controllers/UserController.php'],
  },
]

describe('what is called by convention', () => {
  it.each(cases)('of $name is reached, and no more', async ({ files, reached, lost }) => {
    const asked = [...reached, ...lost]
    const rows = asked.map((each, index) => {
      const [name, file] = each.split(' in ')
      return `    r${index}: {attributes: {functions: ["${name}"]}, files: [${file}], require: reached}\n`
    })
    const found = await judge(files, `  f:\n${rows.join('')}`)
    const isReached = (each: string, index: number) =>
      found.get(`f.r${index}`)!.status === 'implemented' && each
    expect(asked.filter(isReached)).toEqual(reached)
  })
})

describe('a type whose bases have names that many files declare', () => {
  it('is followed through each of them once, however many ways lead there', async () => {
    const text =
      'class Leaf(Tree, Node): pass\nclass Node(Leaf, Tree): pass\nclass Tree(Node, Leaf): pass\n'
    const around = Array.from({ length: 120 }, (_, index) => [`app/part${index}.py`, text])
    const files = {
      ...Object.fromEntries(around),
      'app/top.py': 'class Tree(Shape): pass\nclass Shape(generics.ListAPIView): pass\n',
      'app/urls.py': 'from app.wide import Wide\nviews = [Wide.as_view()]\n',
      'app/wide.py':
        'class Wide(Tree):\n    def get_queryset(self): return go()\n    def save(self): return go()\n',
    }
    const row = (name: string) =>
      `    ${name}: {attributes: {functions: [Wide.${name}]}, files: [app/wide.py], require: reached}\n`
    const found = await judge(files, `  f:\n${row('get_queryset')}${row('save')}`)
    expect(found.get('f.get_queryset')!.status).toBe('implemented')
    expect(found.get('f.save')!.status).toBe('partial')
  })
})
