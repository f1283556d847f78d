module Tides
  module Warnings
    class Base
      def applies?(_reading)
        raise NotImplementedError
      end

      def color
        raise NotImplementedError
      end
    end

    class Flood < Base
      def applies?(reading) = reading.flooded?

      def color = :red
    end

    class LowWater < Base
      def applies?(reading)
        reading.level < -2
      end

      def color
        :yellow
      end
    end

    class Silent
      # Used where nobody wants to be woken; it never applies, and that is its purpose.
      def applies?(_reading)
      end
    end

    module_function

    def for(reading)
      [Flood.new, LowWater.new].select { |warning| warning.applies?(reading) }
    end
  end
end

__END__
class StormSurge < Warnings::Base
  def applies?(reading) = reading.level > 5
end
