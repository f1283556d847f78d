module Invoicing
  class TaxRule
    def amount(_cents)
      raise NotImplementedError, "#{self.class} must say how much"
    end

    def to_s = self.class.name
  end

  class StandardRate < TaxRule
    def amount(cents) = (cents * 0.19).round
  end

  class ReverseCharge < TaxRule
    # The customer pays the tax, so there is none here by law.
    def amount(_cents)
      0
    end
  end

=begin
  class ReducedRate < TaxRule
    def amount(cents) = (cents * 0.07).round
  end
=end
end
