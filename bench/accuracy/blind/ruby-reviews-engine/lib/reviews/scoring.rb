module Reviews
  module Scoring
    # How a list of stars becomes one number.
    class Base
      def call(stars)
        raise NotImplementedError, "#{self.class} has to say how it scores"
      end

      def describe = self.class.name.demodulize.underscore.humanize
    end

    class Mean < Base
      def call(stars)
        return 0.0 if stars.empty?

        stars.sum.fdiv(stars.size).round(2)
      end
    end

    class Bayesian < Base
      def initialize(prior: 3.5, weight: 10)
        @prior = prior
        @weight = weight
      end

      def call(stars)
        ((@prior * @weight) + stars.sum).fdiv(@weight + stars.size).round(2)
      end
    end

    # For items that must not be compared: no score at all.
    class Unscored < Base
      def call(_stars) = nil
    end

    def self.for(name)
      const_get(name.to_s.camelize).new
    end

    def self.percentile(stars, share)
      # TODO: decide between nearest rank and interpolation
      nil
    end

    def histogram(stars)
      (1..5).to_h { |n| [n, stars.count(n)] }
    end
    module_function :histogram

    private_class_method def self.weigh(stars, weights)
      stars.zip(weights).sum { |star, weight| star * weight }
    end
  end
end
