require "net/http"

module Tides
  class Fetcher
    SOURCES = { rws: "https://tides.example/rws", bsh: "https://tides.example/bsh" }.freeze

    def initialize(station)
      @station = station
    end

    def run
      body = Net::HTTP.get(URI("#{SOURCES[:rws]}/#{@station}"))
      body.each_line.map { |line| Reading.parse(line) }
    end

    def retry_later; end

    class << self
      def all
        Station.all.map { |station| new(station.id) }
      end

      private

      def user_agent
        "tides/#{VERSION}"
      end
    end
  end
end
