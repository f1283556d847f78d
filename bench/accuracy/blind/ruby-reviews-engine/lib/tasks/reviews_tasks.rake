namespace :reviews do
  desc "Count every score again"
  task recalculate: :environment do
    Reviews::Review.find_each { |review| Reviews::RecalculateJob.perform_later(review.reviewable) }
  end

  # task :anonymise
end
