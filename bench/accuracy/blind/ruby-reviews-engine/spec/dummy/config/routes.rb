Rails.application.routes.draw do
  mount Reviews::Engine => "/"
  get "/dummy/ping", to: proc { [200, {}, ["pong"]] }
end
