module Reviews
  class RecalculateJob < ActiveJob::Base
    queue_as :low

    def perform(reviewable)
      reviewable.recalculate_score
    end
  end
end
