module Reviews
  class ReviewsController < ActionController::API
    before_action :load, only: %i[show publish flag]

    def index
      render json: Review.published.recent.limit(100)
    end

    def show
      render json: @review
    end

    def create
      review = Review.new(params.require(:review).permit(:stars, :body, :reviewable_id, :reviewable_type))
      review.save ? render(json: review, status: :created) : render(json: review.errors, status: 422)
    end

    def publish
      @review.publish!
      head :no_content
    end

    def flag
      head :not_implemented
    end

    def trending
      render json: Review.published.where(created_at: 1.week.ago..).group(:reviewable_id).count
    end

    private

    def load
      @review = Review.find(params[:id])
    end
  end
end
