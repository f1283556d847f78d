require "sinatra/base"

module Tides
  # Left out of config.ru until there is a login.
  class Admin < Sinatra::Base
    get "/admin/log" do
      File.readlines("log/tides.log").last(100)
    end
  end
end
