class DropReviewFlags < ActiveRecord::Migration[7.0]
  def change
    drop_table :review_flags do |t|
      t.string :reason
    end
  end
end
