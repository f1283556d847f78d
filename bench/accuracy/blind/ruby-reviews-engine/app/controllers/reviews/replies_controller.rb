module Reviews
  class RepliesController < ActionController::API
    def create
      reply = Review.find(params[:review_id]).replies.create!(body: params[:body], staff: true)
      render json: reply, status: :created
    end

    def destroy
      raise NotImplementedError
    end
  end
end
