module Tides
  # A tide is drawn as a cosine between two turning points.
  class Curve
    PERIOD = 12.42 * 3600

    def initialize(high_at, range)
      @high_at = high_at
      @range = range
    end

    def level(at)
      @range / 2.0 * Math.cos(2 * Math::PI * (at - @high_at) / PERIOD)
    end

    def next_high(after)
      elapsed = (after - @high_at) % PERIOD
      after + (PERIOD - elapsed)
    end

    def harmonics
      # TODO: needs the constants of the harbour office
      []
    end

    def spring_tide?(at)
    end

    private

    def rounded(value) = value.round(2)
  end
end
