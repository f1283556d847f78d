require_relative "tides/version"
require_relative "tides/curve"
require_relative "tides/station"
require_relative "tides/reading"
require_relative "tides/fetcher"
require_relative "tides/warnings"

module Tides
  class Error < StandardError; end

  def self.logger
    @logger ||= Logger.new($stderr)
  end
end
