Rails.application.routes.draw do
  root "dashboards#show"

  resources :invoices, only: %i[index show create] do
    member do
      post :send_reminder
    end
  end

  namespace :api do
    resources :payments, only: [:create]
    get "exchange_rates/:currency", to: "rates#show"
    # delete "payments/:id", to: "payments#destroy"
    post "statements", to: "statements#create"
  end

  scope "/internal" do
    get "queue", to: "queues#index"
  end
end
