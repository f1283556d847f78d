class CreatePayments < ActiveRecord::Migration[7.1]
  def up
    create_table "payments" do |t|
      t.references :invoice, null: false
      t.bigint :cents
    end
    # create_table :refunds
  end

  def down
    drop_table "payments"
  end
end
