class Reviews::Reply < Reviews::ApplicationRecord
  self.table_name = "review_answers"

  belongs_to :review

  delegate :author, to: :review, prefix: true

  def from_shop? = staff
end
