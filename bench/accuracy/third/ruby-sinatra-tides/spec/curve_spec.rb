require_relative "../lib/tides"

RSpec.describe Tides::Curve do
  def midnight
    Time.utc(2024, 1, 1)
  end

  subject(:curve) { described_class.new(midnight, 4.0) }

  it "is highest at high water" do
    expect(curve.level(midnight)).to eq 2.0
  end

  it "finds the next one" do
    expect(curve.next_high(midnight)).to be > midnight
  end
end
