class Payment < ApplicationRecord
  belongs_to :invoice
  after_create :settle

  private

  def settle
    invoice.update!(state: "paid") if invoice.paid?
  end
end
