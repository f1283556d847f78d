require "sinatra/base"
require "sinatra/json"
require "sinatra/namespace"
require_relative "../lib/tides"

module Tides
  class Api < Sinatra::Base
    register Sinatra::Namespace
    helpers Sinatra::JSON

    get "/status" do
      json status: "ok"
    end

    namespace "/stations" do
      get do
        json Station.all.map(&:to_h)
      end

      get "/:id" do |id|
        station = Station.find(id) or halt 404
        json station.to_h
      end

      get "/:id/next-high" do |id|
        station = Station.find(id) or halt 404
        json at: station.curve.next_high(Time.now)
      end

      put "/:id" do
        halt 501
      end

      # delete "/:id" do |id|
      #   Station.remove(id)
      #   status 204
      # end
    end

    post "/readings" do
      reading = Reading.parse(request.body.read)
      status 201
      json level: reading.level
    rescue Reading::Malformed => e
      halt 422, e.message
    end
  end
end
