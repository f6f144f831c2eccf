Rails.application.routes.draw do
  devise_for :users, defaults: { format: :json }
  get "me", to: "app#me", defaults: { format: :json }
  get "outbox/:address", to: "app#outbox", constraints: { address: /[^\/]+/ }
end
