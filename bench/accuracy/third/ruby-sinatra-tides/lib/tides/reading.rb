module Tides
  class Reading
    class Malformed < Error; end

    attr_reader :station, :level

    def self.parse(line)
      station, level = line.split(";", 2)
      raise Malformed, "no level in #{line.inspect}" if level.nil?

      new(station, Float(level))
    end

    def initialize(station, level)
      @station = station
      @level = level
    end

    def flooded?(limit: 3.5)
      level > limit
    end
  end
end
