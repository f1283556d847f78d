class CreateReviewsReviews < ActiveRecord::Migration[7.0]
  def change
    create_table :reviews_reviews do |t|
      t.references :reviewable, polymorphic: true, null: false
      t.references :author, null: false
      t.integer :stars, null: false
      t.text :body
      t.integer :state, default: 0, null: false
      t.datetime :published_at
      t.timestamps
    end
  end
end
