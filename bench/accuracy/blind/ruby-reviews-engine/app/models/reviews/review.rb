module Reviews
  class Review < ApplicationRecord
    belongs_to :reviewable, polymorphic: true
    belongs_to :author, class_name: Reviews.author_class
    has_many :replies, dependent: :destroy

    enum :state, { pending: 0, published: 1, hidden: 2 }

    validates :stars, inclusion: { in: 1..5 }
    validates :body, length: { maximum: ->(_) { Reviews.configuration.max_length } }

    scope :recent, -> { order(created_at: :desc) }

    before_validation :tidy

    def publish!
      update!(state: :published, published_at: Time.current)
      RecalculateJob.perform_later(reviewable)
    end

    def helpful_votes
      0 # FIXME votes are not counted yet
    end

    def flag(reason); end

    class << self
      def for_moderation = pending.recent.limit(50)
    end

    private

    def tidy
      self.body = body.to_s.strip.squeeze("\n")
    end
  end
end
