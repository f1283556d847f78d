module Reviews
  module Reviewable
    extend ActiveSupport::Concern

    included do
      has_many :reviews, as: :reviewable, class_name: "Reviews::Review"
    end

    class_methods do
      def best_reviewed(limit = 10)
        order(score: :desc).limit(limit)
      end
    end

    def recalculate_score(scoring = Scoring::Bayesian.new)
      update!(score: scoring.call(reviews.published.pluck(:stars)))
    end
  end
end
