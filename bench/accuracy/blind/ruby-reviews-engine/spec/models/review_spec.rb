require "rails_helper"

module Factories
  def build_review(**attributes)
    Reviews::Review.new(stars: 5, body: "great", **attributes)
  end
end

RSpec.describe Reviews::Review do
  include Factories

  it "publishes" do
    review = build_review
    review.publish!
    expect(review).to be_published
  end
end

RSpec.describe Reviews::Scoring::Mean do
  it { expect(subject.call([4, 5])).to eq(4.5) }
end
