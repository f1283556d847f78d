class CreateInvoices < ActiveRecord::Migration[7.1]
  def change
    create_table :invoices do |t|
      t.string :number, null: false, index: { unique: true }
      t.integer :year
      t.jsonb :lines, default: []
      t.string :state, default: "draft"
      t.date :due_on
      t.timestamps
    end
  end
end
