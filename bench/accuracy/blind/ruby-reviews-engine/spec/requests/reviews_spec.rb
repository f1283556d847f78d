require "rails_helper"

RSpec.describe "reviews" do
  it "lists what is published" do
    get "/reviews"
    expect(response).to have_http_status(:ok)
  end
end
