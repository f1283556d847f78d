module Invoicing
  class Issuer
    Line = Struct.new(:sku, :cents, keyword_init: true)

    def initialize(clock:)
      @clock = clock
    end

    def issue(attributes)
      now = @clock.now
      Invoice.create!(attributes.merge(year: now.year, number: Invoice.next_number(now.year)))
    end

    def reissue(invoice)
      raise NotImplementedError
    end

    def void!(invoice)
      raise ArgumentError, "paid invoices cannot be voided" if invoice.paid?

      invoice.update!(state: "draft")
    end
  end
end
