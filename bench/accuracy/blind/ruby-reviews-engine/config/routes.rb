Reviews::Engine.routes.draw do
  resources :reviews, only: %i[index show create] do
    member do
      put :publish
      post :flag
    end
    resources :replies, only: %i[create destroy], shallow: true
  end

  concern :countable do
    get :count, on: :collection
  end

  get "score/:type/:id", to: ->(env) { [200, {}, [Reviews::Scoring.for(:mean).describe]] }, as: :score

  # get "reviews/export", to: "reviews#export"
end
