module Tides
  class Ical
    def initialize(station)
      @station = station
    end

    def event(at)
      ["BEGIN:VEVENT", "SUMMARY:High water #{@station.name}", "DTSTART:#{at.strftime("%Y%m%dT%H%M%S")}", "END:VEVENT"
    end

    def render(times)
      times.map { |at| event(at) }.join("\n")
    end
  end
end
