require "sinatra/base"

module Tides
  class Pages < Sinatra::Base
    get("/") { "<h1>Tides</h1>" }

    %w[imprint privacy].each do |page|
      get "/#{page}" do
        send_file File.join("public", "#{page}.html")
      end
    end

    post "/subscriptions" do
      raise NotImplementedError, "the newsletter has no sender"
    end
  end
end
