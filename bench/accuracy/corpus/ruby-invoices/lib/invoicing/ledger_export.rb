module Invoicing
  class LedgerExport
    def rows(invoices)
      invoices.map do |invoice|
        [invoice.number, invoice.total_cents]
    end

    def to_csv(invoices)
      rows(invoices).map { |row| row.join(";") }.join("\n")
    end
  end
end
