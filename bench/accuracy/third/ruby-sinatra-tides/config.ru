require_relative "lib/tides"
require_relative "app/api"
require_relative "app/pages"

map "/api" do
  run Tides::Api
end

run Tides::Pages
