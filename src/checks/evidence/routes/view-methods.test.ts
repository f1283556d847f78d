import { expect, it } from 'vitest'
import { askedFor, type EndpointCase, endpointsIn } from '../../../../test/endpoints.ts'

const cases: readonly EndpointCase[] = [
  {
    name: 'Django and its REST framework',
    files: {
      'proj/urls.py': `from django.urls import path, include
from rest_framework.routers import SimpleRouter
from app import v
router = SimpleRouter()
router.register('lim', v.Lim)
urlpatterns = [
    path('list/', v.List.as_view()),
    path('create/', v.Create.as_view()),
    path('one/<int:pk>/', login_required(v.One.as_view())),
    path('page/', v.Page.as_view()),
    path('form/', v.Form.as_view()),
    path('heir/', v.Heir.as_view()),
    path('open/', v.Open.as_view()),
    path('few/', v.Few.as_view()),
    path('set/', v.Lim.as_view({'get': 'list', 'put': 'replace'})),
    path('', include(router.urls)),
]
`,
      'app/v.py': `from django.views.generic import DetailView, TemplateView, CreateView
from rest_framework import generics, viewsets
from somewhere import Magic
class List(generics.ListAPIView):
    queryset = None
class Create(generics.CreateAPIView):
    queryset = None
class One(generics.RetrieveUpdateDestroyAPIView):
    queryset = None
class Page(LoginRequiredMixin, TemplateView):
    template_name = 'a.html'
class Form(CreateView):
    model = None
class Base(generics.ListAPIView):
    def post(self, request):
        return save(request)
    def delete(self, request):
        raise NotImplementedError
class Heir(Base):
    queryset = None
class Open(Magic, TemplateView):
    pass
class Few(generics.ListCreateAPIView):
    http_method_names = ['get']
class Lim(viewsets.ModelViewSet):
    http_method_names = ['get', 'head']
    def replace(self, request):
        raise NotImplementedError
    def get_queryset(self):
        return some()
`,
    },
    verdicts: [
      'GET /list: implemented',
      'HEAD /list: implemented',
      'POST /list: missing',
      'POST /create: implemented',
      'GET /create: missing',
      'PATCH /one/:id: implemented',
      'POST /one/:id: missing',
      'GET /page: implemented',
      'POST /page: missing',
      'POST /form: implemented',
      'DELETE /form: missing',
      'GET /heir: implemented',
      'POST /heir: implemented',
      'DELETE /heir: partial',
      'PUT /heir: missing',
      'GET /few: implemented',
      'POST /few: missing',
      'GET /lim: implemented',
      'POST /lim: missing',
      'GET /set: implemented',
      'PUT /set: partial',
      'DELETE /set: missing',
    ],
  },
  {
    name: 'Flask',
    files: {
      'app.py': `from flask import Flask, views
app = Flask(__name__)
class Send(views.View):
    methods = ['POST']
    def dispatch_request(self):
        return send()
class Show(views.View):
    def dispatch_request(self):
        return show()
class Items(views.MethodView):
    def get(self):
        return all()
    def post(self):
        return add()
app.add_url_rule('/send', view_func=Send.as_view('send'))
app.add_url_rule('/show', view_func=Show.as_view('show'))
items = Items.as_view('items')
app.add_url_rule('/items', view_func=items, methods=['GET'])
app.add_url_rule('/items/<int:i>', view_func=items)
`,
    },
    verdicts: [
      'POST /send: implemented',
      'GET /send: missing',
      'GET /show: implemented',
      'POST /show: missing',
      'GET /items: implemented',
      'POST /items: missing',
      'GET /items/:i: implemented',
      'POST /items/:i: implemented',
      'DELETE /items/:i: missing',
    ],
  },
]

it.each(cases)('a class of $name serves the methods that it has', async each => {
  expect(await endpointsIn(each.files, askedFor(each))).toEqual(each.verdicts)
})
