require "rack/test"
require_relative "../app/api"

RSpec.describe "the API" do
  include Rack::Test::Methods

  let(:app) { Rack::URLMap.new("/api" => Tides::Api) }

  it "lists stations" do
    get "/api/stations"
    expect(last_response).to be_ok
  end
end
