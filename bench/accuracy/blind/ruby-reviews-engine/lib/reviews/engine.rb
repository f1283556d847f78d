module Reviews
  class Engine < ::Rails::Engine
    isolate_namespace Reviews

    initializer "reviews.reviewable" do
      ActiveSupport.on_load(:active_record) { extend Reviews::ActsAsReviewable }
    end
  end

  module ActsAsReviewable
    def acts_as_reviewable
      include Reviews::Reviewable
    end
  end
end
