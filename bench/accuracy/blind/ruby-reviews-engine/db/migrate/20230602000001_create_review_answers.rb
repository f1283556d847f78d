class CreateReviewAnswers < ActiveRecord::Migration[7.0]
  def up
    create_table "review_answers" do |t|
      t.references :review, null: false
      t.text :body
      t.boolean :staff, default: false
    end
    create_table(:review_flags) { |t| t.string :reason }
  end

  def down
    drop_table "review_answers"
    drop_table :review_flags
  end
end
