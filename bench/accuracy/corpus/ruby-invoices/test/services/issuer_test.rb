require "test_helper"

class FrozenClock
  def now = Time.utc(2024, 2, 29)
end

class IssuerTest < ActiveSupport::TestCase
  test "numbers start at one" do
    invoice = Invoicing::Issuer.new(clock: FrozenClock.new).issue(customer: "c-1")
    assert_equal "2024-1", invoice.number
  end

  test "payments are posted" do
    post "/api/payments", params: { invoice_id: 1, cents: 100 }
    assert_response :created
  end
end
